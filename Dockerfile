# The program alone, with its cases, manual and the libraries it needs, for a user without rights:
#   docker build -t stytch-conformance .
#   docker run --rm -v "$PWD:/work" -u "$(id -u):$(id -g)" stytch-conformance
FROM swift:6.3-bookworm AS build
RUN apt-get update && apt-get install -y --no-install-recommends make libcurl4-openssl-dev zlib1g-dev
WORKDIR /source
COPY . .
RUN make install PREFIX=/installed

FROM debian:bookworm-slim
RUN apt-get update \
    && apt-get install -y --no-install-recommends ca-certificates libcurl4 libstdc++6 zlib1g \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --uid 10001 --user-group --home-dir /work --create-home stytch-conformance
COPY --from=build /installed /usr/local
USER 10001:10001
WORKDIR /work
ENTRYPOINT ["stytch-conformance"]
CMD ["run"]
