# The one way to build, check and run. Each target says in one line what it does; `make` alone prints them.

# What is built for tests: debug or release. `run` uses the program that users get, whatever this says
# (docs/decisions/0009-run-what-users-get.md).
CONFIGURATION ?= debug
# More options for the program, for example: make run RUN="--filter 'sessions/*' --verbose"
RUN ?=

PROGRAM := stytch-conformance
SWIFT_BUILD := swift build --configuration $(CONFIGURATION)
SWIFT_FORMAT := swift format
SOURCES := Sources Tests Fuzz bench/decode Package.swift
SCRIPTS := scripts/bootstrap scripts/test-bootstrap scripts/fuzz scripts/test-fuzz scripts/sdk-venv scripts/test-sdk scripts/test-browser \
	scripts/manual scripts/install scripts/test-install scripts/ci-run scripts/test-ci-run bench/decode/run .ci/run

# Where `make install` puts things; DESTDIR stands in front for those who make packages.
PREFIX ?= /usr/local
DESTDIR ?=
RELEASE_BUILD := swift build --configuration release --static-swift-stdlib
# A type that is used for the first time is looked up by its text among all of the program's, a tenth of a millisecond each: a quarter
# of a run of one case. The compiler can name it at once instead, by an option that not every version has.
NAMED_TYPES := -disable-concrete-type-metadata-mangled-name-accessors
RELEASE_OPTIONS = $$(swiftc -typecheck -Xfrontend $(NAMED_TYPES) - </dev/null 2>/dev/null && \
	echo -Xswiftc -Xfrontend -Xswiftc $(NAMED_TYPES))
RELEASE_PROGRAM = $$($(RELEASE_BUILD) --show-bin-path)/$(PROGRAM)

.DEFAULT_GOAL := help
.PHONY: help bootstrap build release install uninstall format lint test test-bootstrap test-fuzz test-ci-run test-install test-sdk test-browser test-run run conformance goldens fuzz fuzz-brief bench bench-decode bench-mixed clean

help: ## Print this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-15s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

bootstrap: ## Check the Swift toolchain; install the headers of libcurl and zlib where they are absent
	@scripts/bootstrap

build: bootstrap ## Build everything; an import that is not declared fails it
	$(SWIFT_BUILD) --explicit-target-dependency-import-check error

release: bootstrap ## Build the program for others: optimised, with the Swift runtime inside
	$(RELEASE_BUILD) $(RELEASE_OPTIONS) --product $(PROGRAM)
	@echo "built $(RELEASE_PROGRAM)"

install: release ## Install the program, its manual and shell completions below PREFIX (/usr/local)
	@scripts/install "$(RELEASE_PROGRAM)" "$(DESTDIR)$(PREFIX)"

uninstall: ## Remove what install put below PREFIX
	@scripts/install --remove "$(DESTDIR)$(PREFIX)"

format: ## Rewrite the Swift files as .swift-format says
	$(SWIFT_FORMAT) format --in-place --parallel --recursive $(SOURCES)

lint: bootstrap ## Check the form of Swift files and, where shellcheck is installed, of scripts
	$(SWIFT_FORMAT) lint --strict --parallel --recursive $(SOURCES)
	@if command -v shellcheck >/dev/null 2>&1; then shellcheck $(SCRIPTS); fi

test: lint test-bootstrap test-fuzz test-ci-run build ## Run every test, the built program on its mock, and a little fuzzing
	swift test --configuration $(CONFIGURATION) --disable-xctest
	@$(MAKE) --no-print-directory test-install test-sdk test-browser test-run fuzz-brief

test-bootstrap: ## Try scripts/bootstrap on made-up machines
	@scripts/test-bootstrap

test-fuzz: ## Try scripts/fuzz on made-up toolchains
	@scripts/test-fuzz

test-ci-run: ## Try what action.yml runs on a stand-in for the program
	@scripts/test-ci-run

test-install: build ## Install the program into a new folder; use its manual and completions
	@scripts/test-install "$$($(SWIFT_BUILD) --show-bin-path)/$(PROGRAM)"

test-sdk: build ## Drive the official Python SDK against the mock, where Python 3 and PyPI are there
	@scripts/sdk-venv
	@scripts/test-sdk "$$($(SWIFT_BUILD) --show-bin-path)/$(PROGRAM)"

test-browser: build ## Use the HTML report in headless Chromium, where Python 3 and Chromium are there
	@scripts/test-browser "$$($(SWIFT_BUILD) --show-bin-path)/$(PROGRAM)"

run: bootstrap ## Build, run every case against the embedded mock, write reports/
	$(RELEASE_BUILD) $(RELEASE_OPTIONS) --product $(PROGRAM)
	"$(RELEASE_PROGRAM)" run --target mock $(RUN)

test-run: build ## Run every case against the embedded mock with the program that was built for tests
	"$$($(SWIFT_BUILD) --show-bin-path)/$(PROGRAM)" run --target mock

conformance: run ## The same as run

goldens: bootstrap ## Record expected outputs anew, then show what changed
	@RECORD_GOLDENS=1 swift test --disable-xctest; echo "a recording run fails on purpose; read what changed:"
	@git status --short

fuzz: bootstrap ## Fuzz each target with a million inputs (FUZZ="--runs 1000000 json" for one)
	@scripts/fuzz $(or $(FUZZ),--runs 1000000)

fuzz-brief: bootstrap ## Replay the kept fuzz inputs and try some thousand new ones, always the same
	@scripts/fuzz --brief

bench: release bench-decode bench-mixed ## Compare with a bare libcurl loop, pytest and Tavern; needs nginx, a C compiler and Python 3
	bench/compare.py $(BENCH)

bench-decode: bootstrap ## Compare the JSON reader and tracing decoder with Foundation's JSONDecoder
	bench/decode/run $(BENCH_DECODE)

bench-mixed: bootstrap ## Compare decoding of 1 GiB of mixed answers with JSONDecoder and the official Python SDK's models
	bench/decode/run --mixed $(BENCH_MIXED)

clean: ## Remove what was built
	swift package clean
