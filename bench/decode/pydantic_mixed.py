#!/usr/bin/env python3
"""Decodes mixed stored answers through the models of the official Python SDK; for bench/decode/run --mixed.

    pydantic_mixed.py FILE [MIB]

Reads the first 64 MiB unless told otherwise, on one thread. Operations that this version of the SDK has no model for are
read as JSON alone, in its favour.
"""
import json
import sys
import time

from stytch.consumer.models import passwords, passwords_session, sessions, users

MODELS = {
    "sessions.authenticate": sessions.AuthenticateResponse,
    "sessions.get": sessions.GetResponse,
    "sessions.revoke": sessions.RevokeResponse,
    "sessions.migrate": sessions.MigrateResponse,
    "sessions.get_jwks": sessions.GetJWKSResponse,
    "sessions.exchange_access_token": getattr(sessions, "ExchangeAccessTokenResponse", None),
    "sessions.attest": getattr(sessions, "AttestResponse", None),
    "passwords.session.reset": passwords_session.ResetResponse,
    "passwords.create": passwords.CreateResponse,
    "passwords.authenticate": passwords.AuthenticateResponse,
    "users.get": users.GetResponse,
    "users.delete": users.DeleteResponse,
}


def main():
    limit = int(sys.argv[2] if len(sys.argv) > 2 else 64) << 20
    count = refused = size = 0
    wall, processor = time.perf_counter(), time.process_time()
    with open(sys.argv[1], "rb") as file:
        for line in file:
            size += len(line)
            count += 1
            payload = json.loads(line)
            model = MODELS.get(payload["operation"])
            if model is not None:
                try:
                    model.from_json(payload["status"], payload["body"])
                except ValueError:
                    refused += 1
            if size >= limit:
                break
    wall, processor = time.perf_counter() - wall, time.process_time() - processor
    print(f"  {refused} of {count} refused")
    print(f"  {count} lines, {wall:.3f} seconds wall, {processor:.3f} s processor, {size} bytes")


if __name__ == "__main__":
    main()
