#!/usr/bin/env python3
"""Compares stytch-conformance with a bare libcurl loop, pytest with requests, and Tavern, in one run on one machine.

All of them ask the same static server (nginx on a free loopback port) for the same answer of about 2 KB, once a case.
Stages: a large one for this program and the bare loop, a long one for what many cases cost, one in which each twentieth
of many cases fails, with each format of report by itself, one with all four, and the start. Figures are medians of
rounds in which the programs take turns; quote the ratios. pytest takes part in three rounds and Tavern in one, as they
take minutes for what the others do in a second.

    bench/compare.py [--cases 20000] [--peer-cases 20000] [--long-cases 100000] [--rounds 5] [--in-flight 16] [--program PATH]

Writes bench/results/latest.json and prints a table. Needs nginx, a C compiler and libcurl's headers; pytest and Tavern
go into a venv of their own where PyPI gives them, and are left out with the reason where it does not.
"""
import argparse
import json
import os
import pathlib
import platform
import shutil
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent
PEERS = ["pytest<9", "requests", "tavern"]
PYTEST = "pytest with requests"
TAVERN = "Tavern"
# In how many of the last rounds the slow ones take part.
ROUNDS_OF_SLOW = {PYTEST: 3, TAVERN: 1}
STAGE_TIMES = "stage-times.json"
# Each so many-th case of the stage in which cases fail.
FAILING = 20
FORMATS = ["html", "junit", "results", "sarif", "har", "ctrf", "codequality", "markdown", "junit-rich"]


def main():
    options = parse_options()
    program = pathlib.Path(options.program)
    if not program.is_file():
        sys.exit(f"compare: no program at {program}; build it with 'make release'")
    with tempfile.TemporaryDirectory(prefix="stytch-bench-") as folder:
        work = pathlib.Path(folder)
        loop = build_loop(work)
        with StaticServer(work) as server:
            contenders = large_stage(options, program, loop, server, work)
            figures = {"large": measure(contenders, options.cases, options.rounds)}
            long = long_stage(options, program, loop, server, work)
            figures["long"] = measure(long, options.long_cases, min(3, options.rounds))
            failing = failing_stage(options, program, server, work)
            figures["failing"] = measure(failing, options.long_cases, 1)
            peers = peer_stage(options, program, loop, server, work)
            figures["peers"] = measure(peers, options.peer_cases, options.rounds)
            figures["start"] = measure(start_contenders(program, server, work), 1, 4 * options.rounds)
    report = {"machine": machine_facts(), "inFlight": options.in_flight, "stages": figures}
    write_report(report)
    print_report(report)


def parse_options():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--cases", type=int, default=20_000)
    parser.add_argument("--peer-cases", type=int, default=20_000)
    parser.add_argument("--long-cases", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--in-flight", type=int, default=16)
    parser.add_argument("--program", default=str(ROOT / ".build/release/stytch-conformance"))
    options = parser.parse_args()
    if min(options.cases, options.peer_cases, options.long_cases, options.rounds, options.in_flight) < 1:
        parser.error("every number is at least 1")
    return options


def build_loop(work):
    target = work / "bare_loop"
    subprocess.run(["cc", "-O2", "-o", target, HERE / "bare_loop.c", "-lcurl"], check=True)
    return target


class StaticServer:
    """nginx with one answer, on a free port, with a pid file and logs of its own."""

    def __init__(self, work):
        self.folder = work / "nginx"
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.process = None

    def __enter__(self):
        nginx = shutil.which("nginx") or "/usr/sbin/nginx"
        if not pathlib.Path(nginx).exists():
            sys.exit("compare: nginx is missing; install it (Debian: apt-get install nginx-light)")
        self.folder.mkdir()
        (self.folder / "answer.json").write_bytes((HERE / "answer.json").read_bytes())
        (self.folder / "nginx.conf").write_text(self.configuration())
        self.process = subprocess.Popen([nginx, "-p", self.folder, "-c", self.folder / "nginx.conf"])
        wait_until_answering(f"{self.url}/v1/sessions?user_id=u")
        return self

    def __exit__(self, *_):
        self.process.send_signal(signal.SIGTERM)
        self.process.wait()

    def configuration(self):
        user = "user root;" if os.geteuid() == 0 else ""
        return f"""{user}
daemon off; worker_processes 1; pid {self.folder}/pid; error_log {self.folder}/error.log;
events {{ worker_connections 1024; }}
http {{
  access_log off; keepalive_requests 1000000000; keepalive_timeout 1h; default_type application/json;
  client_body_temp_path {self.folder}/body; proxy_temp_path {self.folder}/proxy;
  fastcgi_temp_path {self.folder}/fastcgi; uwsgi_temp_path {self.folder}/uwsgi; scgi_temp_path {self.folder}/scgi;
  open_file_cache max=16; sendfile on; tcp_nopush on;
  server {{
    listen 127.0.0.1:{self.port};
    location = /v1/sessions {{ root {self.folder}; try_files /answer.json =404; }}
    location / {{ return 404; }}
  }}
}}
"""


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_until_answering(url):
    end = time.monotonic() + 10
    while True:
        try:
            with urllib.request.build_opener(urllib.request.ProxyHandler({})).open(url, timeout=1) as answer:
                answer.read()
                return
        except OSError:
            if time.monotonic() > end:
                sys.exit(f"compare: nothing answers at {url}")
            time.sleep(0.02)


# What is compared: (name, command, environment).


def large_stage(options, program, loop, server, work):
    rows = write_corpus(work / "rows", options.cases, files=1)
    files = write_corpus(work / "files", options.cases, files=20)
    return [
        ("bare loop", bare_command(loop, server, options.cases, options.in_flight), {}),
        ("rows of one suite", program_command(program, server, rows, work, options.in_flight), credentials()),
        ("twenty files", program_command(program, server, files, work, options.in_flight), credentials()),
    ]


def long_stage(options, program, loop, server, work):
    rows = write_corpus(work / "long", options.long_cases, files=1)
    return [
        ("bare loop", bare_command(loop, server, options.long_cases, options.in_flight), {}),
        ("rows of one suite", program_command(program, server, rows, work, options.in_flight), credentials()),
    ]


def failing_stage(options, program, server, work):
    rows = write_corpus(work / "failing", options.long_cases, files=1, failing=FAILING)
    command = program_command(program, server, rows, work, options.in_flight)
    usual = command.index("--report")
    formats = [["junit", "results"]] + [[name] for name in FORMATS]
    return [
        (
            ", ".join(chosen),
            command[:usual] + [word for name in ["none", *chosen] for word in ("--report", name)] + command[usual + 6 :],
            credentials(),
        )
        for chosen in formats
    ]


def peer_stage(options, program, loop, server, work):
    count = options.peer_cases
    rows = write_corpus(work / "peer-rows", count, files=1)
    contenders = [
        ("bare loop", bare_command(loop, server, count, options.in_flight), {}),
        ("stytch-conformance", program_command(program, server, rows, work, options.in_flight), credentials()),
    ]
    python = peers_venv(work)
    if python is None:
        return contenders
    tests = write_peer_tests(work / "peers", server.url, count)
    quiet = ["-q", "-p", "no:cacheprovider", f"--junit-xml={work}/peer.xml"]
    contenders.append((PYTEST, [python, "-m", "pytest", *quiet, tests / "test_requests.py"], {}))
    contenders.append((TAVERN, [python, "-m", "pytest", *quiet, tests / "test_tavern.tavern.yaml"], {}))
    return contenders


def start_contenders(program, server, work):
    one = write_corpus(work / "one", 1, files=1)
    url = f"{server.url}/v1/sessions?user_id=u"
    return [
        ("curl --version", ["curl", "--version"], {}),
        ("stytch-conformance --version", [program, "--version"], {}),
        ("curl, one request", ["curl", "-sS", "-o", "/dev/null", url], {}),
        ("stytch-conformance, one case", program_command(program, server, one, work, 16), credentials()),
    ]


def bare_command(loop, server, count, in_flight):
    return [loop, f"{server.url}/v1/sessions?user_id=u", str(count), str(in_flight)]


def program_command(program, server, corpus, work, in_flight):
    return [
        program, "run", "--cases", corpus, "--target", server.url, "--jobs", str(in_flight),
        "--report", "none", "--report", "junit", "--report", "results", "--reports", work, "--color", "never",
        "--stage-times", work / STAGE_TIMES,
    ]


def credentials():
    return {"STYTCH_PROJECT_ID": "project-test-bench", "STYTCH_SECRET": "secret-test-bench"}


def write_corpus(folder, count, files, failing=0):
    """Cases of one request each: status, a shape of five members, decoding into the model; each `failing`-th fails."""
    folder.mkdir(parents=True)
    (folder / "sessions").mkdir()
    (folder / "operations.json").write_text((HERE / "operations.json").read_text())
    expect = {
        "status": 200,
        "body": {
            "status_code": "{{code}}" if failing else 200,
            "request_id": {"$regex": "^request-id-"},
            "sessions": {"$length": 1, "$each": {"user_id": {"$type": "string"}, "expires_at": {"$format": "time"}}},
        },
    }
    step = {"request": {"operation": "sessions.get", "params": {"user_id": "{{user}}"}}, "expect": expect}
    if files == 1:
        codes = [{"code": 201 if n % failing == 0 else 200} if failing else {} for n in range(count)]
        rows = [{"id": f"r{n}", "user": f"user-test-{n}", **codes[n]} for n in range(count)]
        case = {"id": "listed", "rows": rows, **step}
        (folder / "sessions/listed.json").write_text(json.dumps({"description": "The benchmark's cases.", "cases": [case]}))
        return folder
    each = count // files
    for index in range(files):
        share = each if index < files - 1 else count - each * (files - 1)
        cases = [
            {"id": f"c{n}", "request": {"operation": "sessions.get", "params": {"user_id": f"user-test-{n}"}}, "expect": expect}
            for n in range(share)
        ]
        suite = {"description": "The benchmark's cases.", "cases": cases}
        (folder / f"sessions/part_{index}.json").write_text(json.dumps(suite))
    return folder


def peers_venv(work):
    venv = ROOT / ".build/bench-venv"
    python = venv / "bin/python"
    if not python.exists():
        made = subprocess.run([sys.executable, "-m", "venv", venv], capture_output=True, text=True)
        if made.returncode != 0:
            print("left out: pytest and Tavern (no venv could be made)", file=sys.stderr)
            return None
    got = subprocess.run([python, "-m", "pip", "install", "-q", *PEERS], capture_output=True, text=True)
    if got.returncode != 0:
        last = (got.stderr.strip().splitlines() or ["pip failed"])[-1]
        print(f"left out: pytest and Tavern ({last})", file=sys.stderr)
        return None
    return python


def write_peer_tests(folder, url, count):
    folder.mkdir()
    (folder / "test_requests.py").write_text(f'''import pytest
import requests

client = requests.Session()
client.trust_env = False


@pytest.mark.parametrize("number", range({count}))
def test_listed(number):
    answer = client.get("{url}/v1/sessions", params={{"user_id": f"user-test-{{number}}"}}, auth=("p", "s"), timeout=10)
    assert answer.status_code == 200
    body = answer.json()
    assert body["status_code"] == 200
    assert body["request_id"].startswith("request-id-")
    assert len(body["sessions"]) == 1
    assert isinstance(body["sessions"][0]["user_id"], str)
    assert body["sessions"][0]["expires_at"].endswith("Z")
''')
    body = f"""test_name: listed
marks:
  - parametrize:
      key: number
      vals: [{", ".join(str(n) for n in range(count))}]
stages:
  - name: listed
    request:
      method: GET
      url: "{url}/v1/sessions"
      params:
        user_id: "user-test-{{number}}"
    response:
      status_code: 200
      strict: false
      json:
        status_code: 200
        request_id: !re_fullmatch "request-id-.*"
        sessions:
          - user_id: !anystr
            expires_at: !re_fullmatch ".*Z"
"""
    (folder / "test_tavern.tavern.yaml").write_text(body)
    return folder


# Measuring.


def measure(contenders, cases, rounds):
    samples = {name: [] for name, _, _ in contenders}
    for index in range(rounds + 1):
        for name, command, extra in contenders:
            if index < first_round(name, rounds):
                continue
            sample = run_once(name, command, extra)
            if index > 0:
                samples[name].append(sample)
    return {"cases": cases, "rounds": rounds, "programs": {name: summary(all_, cases) for name, all_ in samples.items()}}


def first_round(name, rounds):
    """The round in which a program runs first: that for warming up, 0, for all but the slow."""
    return max(1, rounds + 1 - ROUNDS_OF_SLOW[name]) if name in ROUNDS_OF_SLOW else 0


def run_once(name, command, extra):
    environment = {**os.environ, **extra, "NO_COLOR": "1"}
    begin = time.monotonic()
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, stdin=subprocess.DEVNULL)
    errors = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.monotonic() - begin
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):
        sys.exit(f"compare: '{name}' ended with {process.returncode}: {errors.decode(errors='replace')[-2000:]}")
    return {
        "wall": wall,
        "processor": usage.ru_utime + usage.ru_stime,
        "peakKiB": usage.ru_maxrss,
        "stages": stage_times(command),
    }


def stage_times(command):
    """Seconds of each stage that the program has told, none for another program."""
    path = next((word for word in command if str(word).endswith(STAGE_TIMES)), None)
    if path is None:
        return {}
    told = json.loads(path.read_text())
    return {name.removesuffix("Microseconds"): told[name] / 1_000_000 for name in told}


def summary(samples, cases):
    wall = statistics.median(s["wall"] for s in samples)
    stages = {name: round(statistics.median(s["stages"][name] for s in samples), 4) for name in samples[0]["stages"]}
    return {
        "rounds": len(samples),
        "wallSeconds": round(wall, 4),
        "wallRange": [round(min(s["wall"] for s in samples), 4), round(max(s["wall"] for s in samples), 4)],
        "casesPerSecond": round(cases / wall),
        "processorSeconds": round(statistics.median(s["processor"] for s in samples), 4),
        "peakMiB": round(statistics.median(s["peakKiB"] for s in samples) / 1024, 1),
        **({"stageSeconds": stages} if stages else {}),
    }


def machine_facts():
    model = "unknown"
    for line in pathlib.Path("/proc/cpuinfo").read_text().splitlines() if pathlib.Path("/proc/cpuinfo").exists() else []:
        if line.startswith("model name"):
            model = line.split(":", 1)[1].strip()
            break
    curl = subprocess.run(["curl", "--version"], capture_output=True, text=True).stdout.split("\n", 1)[0]
    return {"system": f"{platform.system()} {platform.release()}", "processor": model, "cores": os.cpu_count(), "curl": curl}


def write_report(report):
    folder = HERE / "results"
    folder.mkdir(exist_ok=True)
    (folder / "latest.json").write_text(json.dumps(report, indent=2) + "\n")


def print_report(report):
    for stage, figures in report["stages"].items():
        programs = figures["programs"]
        first = next(iter(programs.values()))
        print(f"\n{stage}: {figures['cases']} cases, {figures['rounds']} rounds, medians")
        print(f"  {'':32} {'wall s':>9} {'cases/s':>9} {'cpu s':>9} {'peak MiB':>9} {'wall ratio':>11}")
        for name, row in programs.items():
            if row["rounds"] != figures["rounds"]:
                name += f" (of {row['rounds']})"
            ratio = row["wallSeconds"] / first["wallSeconds"]
            print(
                f"  {name:32} {row['wallSeconds']:9.4f} {row['casesPerSecond']:9} {row['processorSeconds']:9.4f}"
                f" {row['peakMiB']:9} {ratio:11.2f}"
            )
            if "stageSeconds" in row:
                print("    " + ", ".join(f"{stage} {seconds:.3f} s" for stage, seconds in row["stageSeconds"].items()))


if __name__ == "__main__":
    main()
