#!/usr/bin/env python3
"""Writes a file of mixed stored answers, one a line, made of cases/payloads over and over.

    bench/decode/mixed.py FILE [MIB]

Taken are the answers that are no error and whose operation is known. Each line is an object of 'operation', 'status' and
'body'; ids get the number of the line, so that no two lines are alike.
"""
import json
import pathlib
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    size = int(sys.argv[2] if len(sys.argv) > 2 else 1024) << 20
    answers = []
    for path in sorted((ROOT / "cases/payloads").glob("*.json")):
        payload = json.loads(path.read_text(encoding="utf-8"))
        if path.name.startswith("broken") or payload.get("status", 200) >= 400 or "operation" not in payload:
            continue
        body = payload.get("body")
        if isinstance(body, dict) and "{{" not in json.dumps(body) and body.get("request_id"):
            line = {"operation": payload["operation"], "status": payload.get("status", 200), "body": body}
            answers.append(json.dumps(line, separators=(",", ":"), ensure_ascii=False))
    written = number = 0
    with open(sys.argv[1], "w", encoding="utf-8") as file:
        while written < size:
            line = answers[number % len(answers)].replace("request-id-test-", f"request-id-test-{number}-", 1) + "\n"
            written += len(line.encode())
            number += 1
            file.write(line)
    print(f"{number} lines of {len(answers)} answers, {written} bytes")


if __name__ == "__main__":
    main()
