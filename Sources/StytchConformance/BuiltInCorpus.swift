// swift-format-ignore-file
// Made from cases/ by 'make goldens'; a test keeps the two equal.

/// The text of the archive that `BuiltInArchive` reads.
enum BuiltInCorpus {
    static let text = ###"""
3060 errors/credentials.json
{
  "description": "Credentials of the project.",
  "tags": ["errors", "credentials"],
  "variables": { "unknown_token": "{{text:44}}" },
  "cases": [
    {
      "id": "missing",
      "description": "{{operation}} without credentials is refused.",
      "requirements": ["auth-basic", "answer-error-envelope"],
      "rows": [
        {
          "id": "authenticate",
          "operation": "sessions.authenticate",
          "given": { "session_token": "{{unknown_token}}" }
        },
        { "id": "get", "operation": "sessions.get", "given": { "user_id": "user-test-{{uuid}}" } },
        { "id": "revoke", "operation": "sessions.revoke", "given": { "session_token": "{{unknown_token}}" } },
        { "id": "migrate", "operation": "sessions.migrate", "given": { "session_token": "{{unknown_token}}" } },
        {
          "id": "reset",
          "operation": "passwords.session.reset",
          "given": { "session_token": "{{unknown_token}}", "password": "{{password}}" }
        },
        {
          "id": "create",
          "operation": "passwords.create",
          "given": { "email": "{{email}}", "password": "{{password}}" }
        },
        { "id": "user", "operation": "users.get", "given": { "user_id": "user-test-{{uuid}}" } }
      ],
      "request": { "operation": "{{operation}}", "params": "{{given}}", "auth": "none" },
      "expect": { "status": 401, "error": "unauthorized_credentials" }
    },
    {
      "id": "wrong",
      "description": "{{what}} is refused.",
      "requirements": ["auth-basic"],
      "rows": [
        { "id": "secret", "what": "A wrong secret", "auth": { "basic": ["{{project_id}}", "secret-test-wrong"] } },
        {
          "id": "project",
          "what": "Another project's id",
          "auth": { "basic": ["project-test-{{uuid}}", "secret-test-wrong"] }
        },
        { "id": "empty-secret", "what": "An empty secret", "auth": { "basic": ["{{project_id}}", ""] } }
      ],
      "request": { "operation": "sessions.get", "params": { "user_id": "user-test-1" }, "auth": "{{auth}}" },
      "expect": { "status": 401, "error": "unauthorized_credentials" }
    },
    {
      "id": "other-scheme",
      "description": "A bearer token is no credential.",
      "requirements": ["auth-basic"],
      "request": {
        "operation": "sessions.get",
        "params": { "user_id": "user-test-1" },
        "auth": { "bearer": "{{text:44}}" }
      },
      "expect": [
        { "because": "no Basic credentials were sent", "status": 401, "error": "unauthorized_credentials" },
        {
          "because": "the type made for the header, whose status is assumed",
          "status": [400, 401],
          "error": "invalid_authorization_header"
        }
      ]
    },
    {
      "id": "accepted",
      "description": "The project's own credentials are accepted.",
      "requirements": ["auth-basic"],
      "request": { "operation": "sessions.get", "params": { "user_id": "user-test-{{uuid}}" } },
      "expect": { "status": 404, "error": "user_not_found" }
    }
  ]
}

3078 errors/faults.json
{
  "description": "Errors that no request can bring about on purpose keep the envelope.",
  "tags": ["errors", "faults"],
  "cases": [
    {
      "id": "too-many-requests",
      "description": "{{operation}}: too many requests.",
      "requirements": ["rate-limit", "answer-error-envelope"],
      "rows": [
        { "id": "authenticate", "operation": "sessions.authenticate", "given": { "session_token": "{{text:44}}" } },
        { "id": "get", "operation": "sessions.get", "given": { "user_id": "user-test-1" } },
        { "id": "revoke", "operation": "sessions.revoke", "given": { "session_token": "{{text:44}}" } },
        { "id": "migrate", "operation": "sessions.migrate", "given": { "session_token": "{{uuid}}" } },
        { "id": "get-jwks", "operation": "sessions.get_jwks", "given": { "project_id": "{{project_id}}" } },
        {
          "id": "reset",
          "operation": "passwords.session.reset",
          "given": { "session_token": "{{text:44}}", "password": "{{password}}" }
        }
      ],
      "steps": [
        { "mock": { "fault": { "status": 429 } } },
        {
          "request": { "operation": "{{operation}}", "params": "{{given}}" },
          "expect": { "status": 429, "error": "too_many_requests", "body": { "status_code": 429 } }
        }
      ]
    },
    {
      "id": "server-error",
      "description": "A fault of the server.",
      "requirements": ["answer-error-envelope", "answer-status-code"],
      "steps": [
        { "mock": { "fault": { "status": 500 } } },
        {
          "request": { "operation": "sessions.authenticate", "params": { "session_token": "{{text:44}}" } },
          "expect": { "status": 500, "error": "internal_server_error" }
        }
      ]
    },
    {
      "id": "one-answer-alone",
      "description": "After one refused call the next succeeds, and the session is what it was.",
      "requirements": ["rate-limit"],
      "setup": [{ "use": "user" }],
      "steps": [
        { "mock": { "fault": { "status": 429 } } },
        {
          "request": { "operation": "sessions.revoke", "params": { "session_id": "{{session_id}}" } },
          "expect": { "status": 429, "error": "too_many_requests" }
        },
        {
          "request": { "operation": "sessions.authenticate", "params": { "session_token": "{{session_token}}" } },
          "expect": { "body": { "session": { "session_id": "{{session_id}}" } } }
        }
      ]
    },
    {
      "id": "slow-answer",
      "description": "An answer that {{does}} is the same answer.",
      "requirements": ["authenticate-unknown-token"],
      "rows": [
        { "id": "late", "does": "comes late", "fault": { "delay": "150ms" } },
        { "id": "byte-by-byte", "does": "comes byte by byte", "fault": { "drip": "1ms" } }
      ],
      "steps": [
        { "mock": { "fault": "{{fault}}" } },
        {
          "request": { "operation": "sessions.authenticate", "params": { "session_token": "{{text:44}}" } },
          "expect": { "status": 404, "error": "session_not_found" }
        }
      ]
    }
  ]
}

3795 errors/transport.json
{
  "description": "Requests that are wrong before they reach a rule.",
  "tags": ["errors"],
  "cases": [
    {
      "id": "body-is-no-json",
      "description": "A body that is {{what}}.",
      "requirements": ["body-not-json", "answer-json"],
      "rows": [
        { "id": "cut-short", "what": "JSON cut short", "sent": "{\"session_token\": \\{{" },
        { "id": "not-utf-8", "what": "not UTF-8", "sent": { "base64": "/w==" } },
        { "id": "not-an-object", "what": "JSON, but no object", "sent": "[1, 2]" },
        { "id": "form", "what": "a form", "sent": "session_token=1&session_duration_minutes=60" }
      ],
      "request": { "operation": "sessions.authenticate", "rawBody": "{{sent}}" },
      "expect": [
        {
          "because": "the general type of a wrong request",
          "status": 400,
          "error": "bad_request",
          "headers": { "content-type": { "$regex": "^application/json" }, "set-cookie": { "$absent": true } }
        },
        { "because": "the type of a wrong argument", "status": 400, "error": "invalid_argument" }
      ]
    },
    {
      "id": "wrong-types",
      "description": "{{what}} is refused, and is no fault of the server.",
      "requirements": ["answer-error-envelope"],
      "rows": [
        { "id": "token-is-a-number", "what": "A token that is a number", "given": { "session_token": 12 } },
        { "id": "token-is-an-object", "what": "A token that is an object", "given": { "session_token": {} } },
        {
          "id": "claims-are-text",
          "what": "A text where claims stand",
          "given": {
            "session_token": "{{text:44}}",
            "session_duration_minutes": 60,
            "session_custom_claims": "blue"
          }
        }
      ],
      "request": { "operation": "sessions.authenticate", "params": "{{given}}" },
      "expect": [
        {
          "because": "which type a value of the wrong kind gets is assumed",
          "status": 400,
          "error": [
            "bad_request",
            "invalid_argument",
            "invalid_session_token",
            "unable_to_represent_custom_claims_json"
          ]
        },
        {
          "because": "the session may be looked up before the claims are read",
          "status": 404,
          "error": "session_not_found"
        }
      ]
    },
    {
      "id": "unknown-path",
      "description": "A path that does not exist.",
      "requirements": ["route-unknown"],
      "request": { "method": "GET", "path": "/v1/nothing" },
      "expect": [
        {
          "because": "the type of an unknown path, with the status of what is not found",
          "status": 404,
          "error": "route_not_found",
          "headers": { "content-type": { "$regex": "^application/json" } },
          "body": { "$shape": "error", "status_code": 404 }
        },
        { "because": "the same type as a wrong request", "status": 400, "error": "route_not_found" }
      ]
    },
    {
      "id": "wrong-method",
      "description": "{{method}} where another method belongs.",
      "requirements": ["route-unknown"],
      "rows": [
        { "id": "put", "method": "PUT", "operation": "sessions.get", "given": { "user_id": "user-test-1" } },
        {
          "id": "delete",
          "method": "DELETE",
          "operation": "sessions.authenticate",
          "given": { "session_token": "{{text:44}}" }
        }
      ],
      "request": { "operation": "{{operation}}", "method": "{{method}}", "params": "{{given}}" },
      "expect": [
        { "because": "the type made for it, with HTTP's own status", "status": 405, "error": "method_not_allowed" },
        { "because": "the method may count as part of the path", "status": 404, "error": "route_not_found" }
      ]
    }
  ]
}

618 fragments/claims.json
{
  "description": "Gives a session a nested claim and a plain one.",
  "params": { "token": { "description": "The session token." } },
  "steps": [
    {
      "request": {
        "operation": "sessions.authenticate",
        "params": {
          "session_token": "{{token}}",
          "session_duration_minutes": 60,
          "session_custom_claims": { "plan": { "name": "pro", "seats": 3 }, "color": "blue" }
        }
      },
      "expect": {
        "body": {
          "session": { "custom_claims": { "$literal": { "plan": { "name": "pro", "seats": 3 }, "color": "blue" } } }
        }
      }
    }
  ]
}

939 fragments/log_in.json
{
  "description": "One more session of the user whose e-mail and password the case holds.",
  "params": {
    "minutes": { "default": 60, "description": "How long the session lives." },
    "user_email": { "description": "The user's e-mail address." },
    "user_password": { "description": "The user's password." }
  },
  "steps": [
    {
      "request": {
        "operation": "passwords.authenticate",
        "params": {
          "email": "{{user_email}}",
          "password": "{{user_password}}",
          "session_duration_minutes": "{{minutes}}"
        }
      },
      "capture": {
        "user_id": "/user_id",
        "session_id": "/session/session_id",
        "session_token": "/session_token",
        "session_jwt": "/session_jwt"
      }
    }
  ],
  "returns": {
    "user_id": "{{user_id}}",
    "session_id": "{{session_id}}",
    "session_token": "{{session_token}}",
    "session_jwt": "{{session_jwt}}"
  }
}

907 fragments/user.json
{
  "description": "A user with a password and a session; deleted afterwards.",
  "params": { "minutes": { "default": 60, "description": "How long the session lives." } },
  "steps": [
    {
      "request": {
        "operation": "passwords.create",
        "params": { "email": "{{email}}", "password": "{{password}}", "session_duration_minutes": "{{minutes}}" }
      },
      "capture": {
        "user_id": "/user_id",
        "session_id": "/session/session_id",
        "session_token": "/session_token",
        "session_jwt": "/session_jwt"
      }
    }
  ],
  "teardown": [{ "request": { "operation": "users.delete", "params": { "user_id": "{{user_id}}" } } }],
  "returns": {
    "user_id": "{{user_id}}",
    "user_email": "{{email}}",
    "user_password": "{{password}}",
    "session_id": "{{session_id}}",
    "session_token": "{{session_token}}",
    "session_jwt": "{{session_jwt}}"
  }
}

6884 jwt/key_sets.json
{
  "description": "Sets of several keys, and how often a local check fetches them.",
  "tags": ["jwt", "keys"],
  "setup": [{ "use": "user" }],
  "cases": [
    {
      "id": "three-keys",
      "description": "After two rotations three keys are served, and the tokens of all three verify.",
      "requirements": ["jwt-rotation", "jwks-keys", "jwt-verifies"],
      "steps": [
        {
          "request": {
            "operation": "sessions.authenticate",
            "params": { "session_token": "{{session_token}}" }
          },
          "capture": {
            "first_jwt": { "body": "/session_jwt", "secret": true },
            "first_kid": { "jwt": "/session_jwt", "at": "/header/kid" }
          }
        },
        { "mock": { "rotateKeys": true } },
        {
          "request": {
            "operation": "sessions.authenticate",
            "params": { "session_token": "{{session_token}}" }
          },
          "capture": {
            "second_jwt": { "body": "/session_jwt", "secret": true },
            "second_kid": { "jwt": "/session_jwt", "at": "/header/kid" }
          }
        },
        { "mock": { "rotateKeys": true } },
        {
          "request": {
            "operation": "sessions.authenticate",
            "params": { "session_token": "{{session_token}}" }
          },
          "capture": {
            "third_jwt": { "body": "/session_jwt", "secret": true },
            "third_kid": { "jwt": "/session_jwt", "at": "/header/kid" }
          }
        },
        {
          "request": { "operation": "sessions.get_jwks", "params": { "project_id": "{{project_id}}" } },
          "expect": {
            "body": {
              "keys": {
                "$length": { "$gte": 3 },
                "$each": { "$shape": "jwk" },
                "$contains": [
                  { "kid": "{{first_kid}}" },
                  { "kid": "{{second_kid}}" },
                  { "kid": "{{third_kid}}" }
                ]
              }
            }
          }
        },
        {
          "check": [
            { "value": "{{first_jwt}}", "matches": { "$jwt": { "header": { "kid": "{{first_kid}}" } } } },
            { "value": "{{second_jwt}}", "matches": { "$jwt": { "header": { "kid": "{{second_kid}}" } } } },
            { "value": "{{third_jwt}}", "matches": { "$jwt": { "header": { "kid": "{{third_kid}}" } } } }
          ]
        }
      ]
    },
    {
      "id": "key-of-another-name",
      "description": "A token that names one key of the set and is signed with another is refused, here and by the API.",
      "requirements": ["jwt-local", "authenticate-bad-jwt"],
      "steps": [
        {
          "request": {
            "operation": "sessions.authenticate",
            "params": { "session_token": "{{session_token}}" }
          },
          "capture": {
            "first_jwt": { "body": "/session_jwt", "secret": true },
            "first_kid": { "jwt": "/session_jwt", "at": "/header/kid" }
          }
        },
        { "mock": { "rotateKeys": true } },
        {
          "mock": { "jwt": { "session_id": "{{session_id}}", "header": { "kid": "{{first_kid}}" } } },
          "capture": { "forged": { "body": "/session_jwt", "secret": true } }
        },
        { "check": [{ "value": "{{forged}}", "matches": { "$jwt": { "refused": "signature" } } }] },
        {
          "request": { "operation": "sessions.authenticate", "params": { "session_jwt": "{{forged}}" } },
          "expect": [
            {
              "because": "the type made for it; its status is assumed",
              "status": [400, 401],
              "error": ["unable_to_parse_session_jwt", "jwt_invalid_claims"]
            },
            {
              "because": "it may count as no session, as no credentials, or as a wrong request",
              "status": [400, 401, 404],
              "error": ["session_not_found", "unauthorized_credentials", "bad_request", "invalid_argument"]
            }
          ]
        }
      ]
    },
    {
      "id": "fetched",
      "description": "The keys are fetched for the first token, not for the next ones, and again for a key that they lack.",
      "requirements": ["jwt-local", "jwt-rotation"],
      "steps": [
        { "mock": { "calls": true }, "capture": { "before": "/calls/sessions.get_jwks" } },
        {
          "request": {
            "operation": "sessions.authenticate",
            "params": { "session_token": "{{session_token}}" }
          },
          "capture": {
            "first_jwt": { "body": "/session_jwt", "secret": true },
            "first_kid": { "jwt": "/session_jwt", "at": "/header/kid" }
          }
        },
        { "check": [{ "value": "{{first_jwt}}", "matches": { "$jwt": {} } }] },
        { "mock": { "calls": true }, "capture": { "once": "/calls/sessions.get_jwks" } },
        {
          "check": [
            { "value": "{{first_jwt}}", "matches": { "$jwt": {} } },
            { "value": "{{session_jwt}}", "matches": { "$jwt": {} } }
          ]
        },
        { "check": [{ "value": "{{first_jwt}}AAAA", "matches": { "$jwt": { "refused": "signature" } } }] },
        { "mock": { "calls": true }, "capture": { "still_once": "/calls/sessions.get_jwks" } },
        { "mock": { "rotateKeys": true } },
        {
          "request": {
            "operation": "sessions.authenticate",
            "params": { "session_token": "{{session_token}}" }
          },
          "capture": {
            "second_jwt": { "body": "/session_jwt", "secret": true },
            "second_kid": { "jwt": "/session_jwt", "at": "/header/kid" }
          }
        },
        { "check": [{ "value": "{{second_jwt}}", "matches": { "$jwt": {} } }] },
        { "mock": { "calls": true }, "capture": { "twice": "/calls/sessions.get_jwks" } },
        {
          "check": [
            { "value": "{{first_jwt}}", "matches": { "$jwt": {} } },
            { "value": "{{second_jwt}}", "matches": { "$jwt": {} } }
          ]
        },
        { "mock": { "calls": true }, "capture": { "still_twice": "/calls/sessions.get_jwks" } },
        {
          "mock": { "jwt": { "session_id": "{{session_id}}", "header": { "kid": "jwk-test-{{uuid}}" } } },
          "capture": { "forged": { "body": "/session_jwt", "secret": true } }
        },
        { "check": [{ "value": "{{forged}}", "matches": { "$jwt": { "refused": "unknown_key" } } }] },
        { "mock": { "calls": true }, "capture": { "thrice": "/calls/sessions.get_jwks" } },
        {
          "check": [
            { "value": "{{before}}", "matches": 0 },
            { "value": "{{once}}", "matches": 1 },
            { "value": "{{still_once}}", "matches": 1 },
            { "value": "{{twice}}", "matches": 2 },
            { "value": "{{still_twice}}", "matches": 2 },
            { "value": "{{thrice}}", "matches": 3 }
          ]
        }
      ]
    }
  ]
}

4244 jwt/keys.json
{
  "description": "Key sets, and what they sign.",
  "tags": ["jwt", "keys"],
  "variables": {
    "refusal": [
      {
        "because": "what it answers is not documented: an id that is wrong",
        "status": 400,
        "error": ["invalid_project_id", "bad_request", "invalid_argument"]
      },
      {
        "because": "or a project that is not found or not ours",
        "status": [401, 403, 404],
        "error": [
          "project_not_found",
          "unauthorized_credentials",
          "invalid_project_id",
          "invalid_project_id_authentication"
        ]
      }
    ]
  },
  "cases": [
    {
      "id": "keys",
      "description": "The key set is readable {{how}}, and each key is an RSA key for verifying.",
      "requirements": ["jwks-keys", "jwks-thumbprint-name", "{{covers}}"],
      "rows": [
        {
          "id": "without-credentials",
          "how": "without credentials",
          "covers": "jwks-no-credentials",
          "auth": "none"
        },
        { "id": "with-credentials", "how": "with credentials", "covers": "auth-basic", "auth": "project" }
      ],
      "request": {
        "operation": "sessions.get_jwks",
        "params": { "project_id": "{{project_id}}" },
        "auth": "{{auth}}"
      },
      "expect": { "body": { "keys": { "$length": { "$gte": 1 }, "$each": { "$shape": "jwk", "$jwk": true } } } }
    },
    {
      "id": "other-project",
      "description": "The key set of a project that is not there.",
      "requirements": ["jwks-other-project"],
      "request": { "operation": "sessions.get_jwks", "params": { "project_id": "project-test-{{uuid}}" } },
      "expect": "{{refusal}}"
    },
    {
      "id": "foreign-project",
      "description": "A project's credentials do not open the key set of another one.",
      "requirements": ["jwks-other-project"],
      "needs": ["projects"],
      "steps": [
        {
          "request": { "method": "POST", "path": "/mock/projects", "auth": "none", "body": {} },
          "expect": { "status": 201 },
          "capture": { "other_id": "/project_id" }
        },
        {
          "request": {
            "operation": "sessions.get_jwks",
            "params": { "project_id": "{{other_id}}" },
            "auth": "none"
          },
          "expect": { "body": { "keys": { "$length": { "$gte": 1 } } } }
        },
        {
          "request": {
            "operation": "sessions.get_jwks",
            "params": { "project_id": "{{other_id}}" },
            "auth": "project"
          },
          "expect": "{{refusal}}"
        }
      ],
      "teardown": [
        { "request": { "method": "DELETE", "path": "/mock/projects/{{other_id}}", "auth": "none" } }
      ]
    },
    {
      "id": "rotation",
      "description": "After a rotation both keys are served, each once, old tokens verify, and new ones carry the new key's id.",
      "requirements": ["jwt-rotation", "jwks-keys"],
      "setup": [{ "use": "user" }],
      "steps": [
        {
          "request": { "operation": "sessions.authenticate", "params": { "session_token": "{{session_token}}" } },
          "capture": { "old_jwt": "/session_jwt", "old_kid": { "jwt": "/session_jwt", "at": "/header/kid" } }
        },
        { "mock": { "rotateKeys": true } },
        {
          "request": { "operation": "sessions.authenticate", "params": { "session_jwt": "{{old_jwt}}" } },
          "expect": {
            "body": {
              "session_jwt": { "$jwt": { "header": { "kid": { "$not": "{{old_kid}}" } }, "session": "/session" } }
            }
          },
          "capture": { "new_kid": { "jwt": "/session_jwt", "at": "/header/kid" } }
        },
        {
          "request": { "operation": "sessions.get_jwks", "params": { "project_id": "{{project_id}}" } },
          "expect": {
            "body": {
              "keys": {
                "$length": { "$gte": 2 },
                "$each": { "$shape": "jwk", "$jwk": true },
                "$unordered": [{ "kid": "{{old_kid}}" }, { "kid": "{{new_kid}}" }]
              }
            }
          }
        },
        { "check": [{ "value": "{{old_jwt}}", "matches": { "$jwt": { "header": { "kid": "{{old_kid}}" } } } }] }
      ]
    }
  ]
}

15045 jwt/local.json
{
  "description": "What a local check accepts and why it refuses: tokens that the mock signs to differ from a session's own.",
  "tags": ["jwt"],
  "setup": [{ "use": "user" }],
  "cases": [
    {
      "id": "refused",
      "description": "{{what}} is refused: {{reason}}.",
      "requirements": ["jwt-local"],
      "rows": [
        {
          "id": "alg-none",
          "what": "A token that nobody signed",
          "changes": { "session_id": "{{session_id}}", "header": { "alg": "none" } },
          "reason": "algorithm"
        },
        {
          "id": "alg-hmac",
          "what": "A token signed with the public key as the secret",
          "changes": { "session_id": "{{session_id}}", "header": { "alg": "HS256" } },
          "reason": "algorithm"
        },
        {
          "id": "alg-other",
          "what": "Another RSA algorithm",
          "changes": { "session_id": "{{session_id}}", "header": { "alg": "RS512" } },
          "reason": "algorithm"
        },
        {
          "id": "alg-missing",
          "what": "A header without an algorithm",
          "changes": { "session_id": "{{session_id}}", "header": { "alg": null } },
          "reason": "malformed"
        },
        {
          "id": "critical-extension",
          "what": "An extension that must be understood",
          "changes": { "session_id": "{{session_id}}", "header": { "crit": ["b64"], "b64": false } },
          "reason": "malformed"
        },
        {
          "id": "kid-unknown",
          "what": "A key that is not in the set",
          "changes": { "session_id": "{{session_id}}", "header": { "kid": "jwk-test-{{uuid}}" } },
          "reason": "unknown_key"
        },
        {
          "id": "kid-missing",
          "what": "A header that names no key",
          "changes": { "session_id": "{{session_id}}", "header": { "kid": null } },
          "reason": "unknown_key"
        },
        {
          "id": "issuer-other",
          "what": "Another project as issuer",
          "changes": { "session_id": "{{session_id}}", "claims": { "iss": "stytch.com/project-test-{{uuid}}" } },
          "reason": "issuer"
        },
        {
          "id": "issuer-scheme",
          "what": "The issuer with a scheme",
          "changes": {
            "session_id": "{{session_id}}",
            "claims": { "iss": "https://stytch.com/{{project_id}}" }
          },
          "reason": "issuer"
        },
        {
          "id": "issuer-missing",
          "what": "A token without issuer",
          "changes": { "session_id": "{{session_id}}", "claims": { "iss": null } },
          "reason": "issuer"
        },
        {
          "id": "audience-other",
          "what": "Another project as audience",
          "changes": { "session_id": "{{session_id}}", "claims": { "aud": ["project-test-{{uuid}}"] } },
          "reason": "audience"
        },
        {
          "id": "audience-text",
          "what": "Another project as audience, in a text",
          "changes": { "session_id": "{{session_id}}", "claims": { "aud": "project-test-{{uuid}}" } },
          "reason": "audience"
        },
        {
          "id": "audience-part",
          "what": "An audience that only begins as the project's id",
          "changes": { "session_id": "{{session_id}}", "claims": { "aud": ["{{project_id}}0"] } },
          "reason": "audience"
        },
        {
          "id": "audience-none",
          "what": "An empty list of audiences",
          "changes": { "session_id": "{{session_id}}", "claims": { "aud": [] } },
          "reason": "audience"
        },
        {
          "id": "audience-missing",
          "what": "A token without audience",
          "changes": { "session_id": "{{session_id}}", "claims": { "aud": null } },
          "reason": "audience"
        },
        {
          "id": "audience-number",
          "what": "A number among the audiences",
          "changes": { "session_id": "{{session_id}}", "claims": { "aud": ["{{project_id}}", 1] } },
          "reason": "malformed"
        },
        {
          "id": "expired-now",
          "what": "A token whose end is this second",
          "changes": { "session_id": "{{session_id}}", "seconds": { "exp": 0 } },
          "reason": "expired"
        },
        {
          "id": "expired-long",
          "what": "A token that ended a day ago",
          "changes": { "session_id": "{{session_id}}", "seconds": { "exp": -86400 } },
          "reason": "expired"
        },
        {
          "id": "end-missing",
          "what": "A token without an end",
          "changes": { "session_id": "{{session_id}}", "claims": { "exp": null } },
          "reason": "malformed"
        },
        {
          "id": "end-text",
          "what": "An end that is a text",
          "changes": { "session_id": "{{session_id}}", "claims": { "exp": "tomorrow" } },
          "reason": "malformed"
        },
        {
          "id": "not-yet-valid",
          "what": "A token that begins in a minute",
          "changes": { "session_id": "{{session_id}}", "seconds": { "nbf": 60 } },
          "reason": "not_yet_valid"
        },
        {
          "id": "issuer-before-audience",
          "what": "A wrong issuer and a wrong audience",
          "changes": { "session_id": "{{session_id}}", "claims": { "iss": "x", "aud": "x" } },
          "reason": "issuer"
        },
        {
          "id": "audience-before-end",
          "what": "A wrong audience and a past end",
          "changes": { "session_id": "{{session_id}}", "claims": { "aud": "x" }, "seconds": { "exp": -1 } },
          "reason": "audience"
        },
        {
          "id": "end-before-begin",
          "what": "A past end and a begin to come",
          "changes": { "session_id": "{{session_id}}", "seconds": { "exp": -1, "nbf": 60 } },
          "reason": "expired"
        }
      ],
      "steps": [
        {
          "mock": { "jwt": "{{changes}}" },
          "capture": { "forged": { "body": "/session_jwt", "secret": true } }
        },
        { "check": [{ "value": "{{forged}}", "matches": { "$jwt": { "refused": "{{reason}}" } } }] }
      ]
    },
    {
      "id": "accepted",
      "description": "{{what}} is accepted.",
      "requirements": ["jwt-local"],
      "rows": [
        {
          "id": "audience-text",
          "what": "An audience that is a text",
          "changes": { "session_id": "{{session_id}}", "claims": { "aud": "{{project_id}}" } }
        },
        {
          "id": "audience-several",
          "what": "The project among several audiences",
          "changes": {
            "session_id": "{{session_id}}",
            "claims": { "aud": ["project-test-{{uuid}}", "{{project_id}}"] }
          }
        },
        {
          "id": "begins-now",
          "what": "A token that begins this second",
          "changes": { "session_id": "{{session_id}}", "seconds": { "nbf": 0 } }
        },
        {
          "id": "begin-missing",
          "what": "A token without a begin",
          "changes": { "session_id": "{{session_id}}", "claims": { "nbf": null } }
        },
        {
          "id": "almost-over",
          "what": "A token that ends in a minute",
          "changes": { "session_id": "{{session_id}}", "seconds": { "iat": -240, "nbf": -240, "exp": 60 } }
        },
        {
          "id": "type-missing",
          "what": "A header without a type",
          "changes": { "session_id": "{{session_id}}", "header": { "typ": null } }
        },
        {
          "id": "token-id",
          "what": "A token with an id of its own",
          "changes": { "session_id": "{{session_id}}", "claims": { "jti": "{{uuid}}" } }
        },
        {
          "id": "old-format",
          "what": "A session claim without an end and without roles",
          "changes": {
            "session_id": "{{session_id}}",
            "claims": {
              "https://stytch.com/session": {
                "id": "{{session_id}}",
                "started_at": "{{now-1m}}",
                "last_accessed_at": "{{now}}",
                "attributes": { "ip_address": "", "user_agent": "" },
                "authentication_factors": [
                  { "type": "password", "delivery_method": "knowledge", "last_authenticated_at": "{{now-1m}}" }
                ]
              }
            }
          }
        }
      ],
      "steps": [
        {
          "mock": { "jwt": "{{changes}}" },
          "capture": { "forged": { "body": "/session_jwt", "secret": true } }
        },
        {
          "check": [
            {
              "value": "{{forged}}",
              "matches": {
                "$jwt": {
                  "claims": { "sub": "{{user_id}}", "https://stytch.com/session": { "id": "{{session_id}}" } }
                }
              }
            }
          ]
        }
      ]
    },
    {
      "id": "custom-claims",
      "description": "Claims of every kind are accepted, each with the value that it was given.",
      "requirements": ["jwt-local"],
      "steps": [
        {
          "mock": {
            "jwt": {
              "session_id": "{{session_id}}",
              "claims": { "text": "a", "number": 9007199254740993, "list": [1, null], "object": { "a": {} } }
            }
          },
          "capture": { "forged": { "body": "/session_jwt", "secret": true } }
        },
        {
          "check": [
            {
              "value": "{{forged}}",
              "matches": {
                "$jwt": {
                  "claims": {
                    "sub": "{{user_id}}",
                    "https://stytch.com/session": { "id": "{{session_id}}" },
                    "text": "a",
                    "number": 9007199254740993,
                    "list": [1, null],
                    "object": { "$literal": { "a": {} } }
                  }
                }
              }
            }
          ]
        }
      ]
    },
    {
      "id": "age",
      "description": "Issued {{ago}} seconds ago and allowed to be {{age}} old, a token is {{word}}.",
      "requirements": ["jwt-too-old", "jwt-local"],
      "rows": [
        {
          "id": "young",
          "ago": "30",
          "age": "1m",
          "word": "accepted",
          "changes": { "session_id": "{{session_id}}", "seconds": { "iat": -30, "nbf": -30, "exp": 270 } },
          "judged": { "$jwt": { "maxAge": "1m" } }
        },
        {
          "id": "too-old-by-a-second",
          "ago": "61",
          "age": "1m",
          "word": "too old",
          "changes": { "session_id": "{{session_id}}", "seconds": { "iat": -61, "nbf": -61, "exp": 239 } },
          "judged": { "$jwt": { "maxAge": "1m", "refused": "too_old" } }
        },
        {
          "id": "no-time-of-issue",
          "ago": "unknown",
          "age": "1m",
          "word": "too old",
          "changes": { "session_id": "{{session_id}}", "claims": { "iat": null } },
          "judged": { "$jwt": { "maxAge": "1m", "refused": "too_old" } }
        },
        {
          "id": "expired-first",
          "ago": "400",
          "age": "1m",
          "word": "expired before it is too old",
          "changes": { "session_id": "{{session_id}}", "seconds": { "iat": -400, "nbf": -400, "exp": -100 } },
          "judged": { "$jwt": { "maxAge": "1m", "refused": "expired" } }
        }
      ],
      "steps": [
        {
          "mock": { "jwt": "{{changes}}" },
          "capture": { "forged": { "body": "/session_jwt", "secret": true } }
        },
        { "check": [{ "value": "{{forged}}", "matches": "{{judged}}" }] }
      ]
    },
    {
      "id": "asked",
      "description": "The API takes {{what}} for no token of a session.",
      "requirements": ["authenticate-bad-jwt"],
      "rows": [
        {
          "id": "alg-none",
          "what": "a token that nobody signed",
          "changes": { "session_id": "{{session_id}}", "header": { "alg": "none" } }
        },
        {
          "id": "alg-hmac",
          "what": "a token signed with the public key as the secret",
          "changes": { "session_id": "{{session_id}}", "header": { "alg": "HS256" } }
        },
        {
          "id": "kid-unknown",
          "what": "a token with the name of an unknown key",
          "changes": { "session_id": "{{session_id}}", "header": { "kid": "jwk-test-{{uuid}}" } }
        },
        {
          "id": "issuer-other",
          "what": "a token of another issuer",
          "changes": { "session_id": "{{session_id}}", "claims": { "iss": "stytch.com/project-test-{{uuid}}" } }
        },
        {
          "id": "audience-other",
          "what": "a token for another audience",
          "changes": { "session_id": "{{session_id}}", "claims": { "aud": ["project-test-{{uuid}}"] } }
        },
        {
          "id": "no-session",
          "what": "a token without a session",
          "changes": { "session_id": "{{session_id}}", "claims": { "https://stytch.com/session": null } }
        }
      ],
      "steps": [
        {
          "mock": { "jwt": "{{changes}}" },
          "capture": { "forged": { "body": "/session_jwt", "secret": true } }
        },
        {
          "request": { "operation": "sessions.authenticate", "params": { "session_jwt": "{{forged}}" } },
          "expect": [
            {
              "because": "the types made for JWTs; which of them and their status are assumed",
              "status": [400, 401],
              "error": [
                "unable_to_parse_session_jwt",
                "jwt_invalid_issuer",
                "jwt_invalid_audience",
                "jwt_invalid_claims"
              ]
            },
            { "because": "it may count as no session", "status": 404, "error": "session_not_found" },
            {
              "because": "or as no credentials, or as a wrong request",
              "status": [400, 401],
              "error": ["unauthorized_credentials", "bad_request", "invalid_argument"]
            }
          ]
        }
      ]
    },
    {
      "id": "asked-and-expired",
      "description": "Past its end by a second or by a day, the API takes a token of a live session.",
      "requirements": ["authenticate-expired-jwt"],
      "rows": [{ "id": "a-second", "end": -1 }, { "id": "a-day", "end": -86400 }],
      "steps": [
        {
          "mock": { "jwt": { "session_id": "{{session_id}}", "seconds": { "exp": "{{end}}" } } },
          "capture": { "forged": { "body": "/session_jwt", "secret": true } }
        },
        { "check": [{ "value": "{{forged}}", "matches": { "$jwt": { "refused": "expired" } } }] },
        {
          "request": { "operation": "sessions.authenticate", "params": { "session_jwt": "{{forged}}" } },
          "expect": {
            "body": {
              "session": { "session_id": "{{session_id}}" },
              "session_jwt": { "$jwt": { "issued": { "$near": {} }, "lifetime": "5m", "session": "/session" } }
            }
          }
        }
      ]
    }
  ]
}

9340 jwt/tokens.json
{
  "description": "What a session's JWT says, and how it is checked without a call.",
  "tags": ["jwt"],
  "setup": [{ "use": "user" }],
  "cases": [
    {
      "id": "verifies",
      "description": "The JWT of {{source}} verifies with a key of the set, and repeats the session.",
      "requirements": ["jwt-verifies", "jwt-session-claim"],
      "rows": [
        {
          "id": "authenticate-by-token",
          "source": "sessions.authenticate by token",
          "asked": { "operation": "sessions.authenticate", "params": { "session_token": "{{session_token}}" } }
        },
        {
          "id": "authenticate-by-jwt",
          "source": "sessions.authenticate by JWT",
          "asked": { "operation": "sessions.authenticate", "params": { "session_jwt": "{{session_jwt}}" } }
        },
        {
          "id": "log-in",
          "source": "passwords.authenticate",
          "asked": {
            "operation": "passwords.authenticate",
            "params": { "email": "{{user_email}}", "password": "{{user_password}}", "session_duration_minutes": 5 }
          }
        },
        {
          "id": "reset",
          "source": "passwords.session.reset",
          "asked": {
            "operation": "passwords.session.reset",
            "params": {
              "session_token": "{{session_token}}",
              "password": "{{password#new}}",
              "session_duration_minutes": 30
            }
          }
        }
      ],
      "request": "{{asked}}",
      "expect": {
        "body": {
          "session_jwt": {
            "$format": "jwt",
            "$jwt": {
              "header": { "alg": "RS256", "kid": { "$shape": "id" }, "typ": "JWT" },
              "claims": {
                "iss": { "$anyOf": ["stytch.com/{{project_id}}", { "$regex": "^https://" }] },
                "aud": ["{{project_id}}"],
                "sub": "{{body/session/user_id}}"
              },
              "issued": { "$near": {} },
              "session": "/session",
              "lifetime": "5m"
            }
          }
        }
      }
    },
    {
      "id": "registered-claims",
      "description": "Issuer, audience, subject and whole seconds; the start is the time of issue, and there is no id.",
      "requirements": ["jwt-registered"],
      "steps": [
        {
          "request": { "operation": "sessions.authenticate", "params": { "session_token": "{{session_token}}" } },
          "capture": { "new_jwt": "/session_jwt", "issued_at": { "jwt": "/session_jwt", "at": "/claims/iat" } }
        },
        {
          "check": [
            {
              "value": "{{new_jwt}}",
              "matches": {
                "$jwt": {
                  "claims": {
                    "iss": "stytch.com/{{project_id}}",
                    "aud": ["{{project_id}}"],
                    "sub": "{{user_id}}",
                    "iat": { "$type": "integer" },
                    "nbf": "{{issued_at}}",
                    "exp": { "$type": "integer" },
                    "jti": { "$absent": true }
                  },
                  "lifetime": "5m"
                }
              }
            }
          ]
        }
      ]
    },
    {
      "id": "session-claim",
      "description": "The session claim repeats the session: its id, times, attributes, factors and roles.",
      "requirements": ["jwt-session-claim", "jwt-verifies"],
      "request": { "operation": "sessions.authenticate", "params": { "session_token": "{{session_token}}" } },
      "expect": {
        "body": {
          "session_jwt": {
            "$jwt": {
              "claims": {
                "https://stytch.com/session": {
                  "$exact": true,
                  "id": "{{body/session/session_id}}",
                  "started_at": {
                    "$regex": "^[^.]+Z$",
                    "$near": { "to": "{{body/session/started_at}}", "within": "1s" }
                  },
                  "last_accessed_at": {
                    "$regex": "^[^.]+Z$",
                    "$near": { "to": "{{body/session/last_accessed_at}}", "within": "1s" }
                  },
                  "expires_at": {
                    "$regex": "^[^.]+Z$",
                    "$near": { "to": "{{body/session/expires_at}}", "within": "1s" }
                  },
                  "attributes": "{{body/session/attributes}}",
                  "authentication_factors": [
                    {
                      "type": "password",
                      "delivery_method": "knowledge",
                      "created_at": { "$absent": true },
                      "updated_at": { "$absent": true }
                    }
                  ],
                  "roles": "{{body/session/roles}}"
                }
              },
              "session": "/session"
            }
          }
        }
      }
    },
    {
      "id": "lifetime",
      "description": "A JWT of a session of {{minutes}} minutes lives five.",
      "requirements": ["jwt-lifetime-fixed"],
      "rows": [
        { "id": "shortest", "minutes": 5 },
        { "id": "a-day", "minutes": 1440 },
        { "id": "longest", "minutes": 527040 }
      ],
      "steps": [
        {
          "request": {
            "operation": "sessions.authenticate",
            "params": { "session_token": "{{session_token}}", "session_duration_minutes": "{{minutes}}" }
          },
          "expect": { "body": { "session_jwt": { "$jwt": { "lifetime": "5m" } } } },
          "capture": { "new_jwt": "/session_jwt" }
        },
        { "mock": { "advance": "270s" } },
        { "check": [{ "value": "{{new_jwt}}", "matches": { "$jwt": {} } }] },
        { "mock": { "advance": "40s" } },
        { "check": [{ "value": "{{new_jwt}}", "matches": { "$jwt": { "refused": "expired" } } }] }
      ]
    },
    {
      "id": "too-old",
      "description": "A JWT that has not expired can still be older than a caller allows.",
      "requirements": ["jwt-too-old", "jwt-local"],
      "steps": [
        { "mock": { "advance": "4m" } },
        {
          "check": [
            { "value": "{{session_jwt}}", "matches": { "$jwt": {} } },
            { "value": "{{session_jwt}}", "matches": { "$jwt": { "maxAge": "10m" } } },
            { "value": "{{session_jwt}}", "matches": { "$jwt": { "maxAge": "1m", "refused": "too_old" } } }
          ]
        }
      ]
    },
    {
      "id": "local",
      "description": "Checked without a call, a JWT gives the session and its claims.",
      "requirements": ["jwt-local", "claims-set"],
      "steps": [
        {
          "request": {
            "operation": "sessions.authenticate",
            "params": {
              "session_token": "{{session_token}}",
              "session_duration_minutes": 60,
              "session_custom_claims": { "color": "blue" }
            }
          },
          "capture": { "new_jwt": "/session_jwt" }
        },
        {
          "check": [
            {
              "value": "{{new_jwt}}",
              "matches": {
                "$jwt": {
                  "claims": {
                    "sub": "{{user_id}}",
                    "color": "blue",
                    "https://stytch.com/session": { "id": "{{session_id}}" }
                  }
                }
              }
            }
          ]
        }
      ]
    },
    {
      "id": "refused",
      "description": "A local check refuses {{what}}.",
      "requirements": ["jwt-local"],
      "rows": [
        { "id": "garbage", "what": "what is no token", "given": "not a token", "reason": "malformed" },
        {
          "id": "changed-signature",
          "what": "a changed signature",
          "given": "{{session_jwt}}AAAA",
          "reason": "signature"
        },
        {
          "id": "alg-none",
          "what": "a token without a signature",
          "given": "eyJhbGciOiJub25lIiwidHlwIjoiSldUIn0.eyJpc3MiOiJzdHl0Y2guY29tL3Byb2plY3QtdGVzdC0wMDAwMDAwMC0wMDAwLTQwMDAtODAwMC0wMDAwMDAwMDAwMDAiLCJhdWQiOlsicHJvamVjdC10ZXN0LTAwMDAwMDAwLTAwMDAtNDAwMC04MDAwLTAwMDAwMDAwMDAwMCJdLCJzdWIiOiJ1c2VyLXRlc3QtMDAwMDAwMDAtMDAwMC00MDAwLTgwMDAtMDAwMDAwMDAwMDAwIiwiaWF0IjoxNzkwMDAwMDAwLCJuYmYiOjE3OTAwMDAwMDAsImV4cCI6NDEwMjQ0NDgwMH0.",
          "reason": "algorithm"
        },
        {
          "id": "other-key",
          "what": "a key that is not in the set",
          "given": "eyJhbGciOiJSUzI1NiIsImtpZCI6Imp3ay10ZXN0LTAwMDAwMDAwLTAwMDAtNDAwMC04MDAwLTAwMDAwMDAwMDAwMCIsInR5cCI6IkpXVCJ9.eyJpc3MiOiJzdHl0Y2guY29tL3Byb2plY3QtdGVzdC0wMDAwMDAwMC0wMDAwLTQwMDAtODAwMC0wMDAwMDAwMDAwMDAiLCJhdWQiOlsicHJvamVjdC10ZXN0LTAwMDAwMDAwLTAwMDAtNDAwMC04MDAwLTAwMDAwMDAwMDAwMCJdLCJzdWIiOiJ1c2VyLXRlc3QtMDAwMDAwMDAtMDAwMC00MDAwLTgwMDAtMDAwMDAwMDAwMDAwIiwiaWF0IjoxNzkwMDAwMDAwLCJuYmYiOjE3OTAwMDAwMDAsImV4cCI6NDEwMjQ0NDgwMH0.YThrvJveoAO0VYfkAc8xxDlRsjEtJbds5VvxnSVKHcof7lErSHWws8en7sNkMu6Rlid07IM4CY7HuNK7FTVfUA61ygjHjaS6GZpsk451KpHW5bpn_iJk0T51sUFwUoAbBgsyxVmhxPrcT9A2dv5vFkIGZwAitN96qMhO5iCro6PVP39Y9rmJLmnYoCbxtuMtN1bvdABka3O3v6s7HFskmp0ppTFHhBKL5ggOnqKt05W8j6-1SpDEnH3XfmHiHNK-srf1igGXYMbrE7of-Pr0XGFeUzgxgL2yLKX7Y8_leFY5X0FskV-I8SDdjtkXDwawBH7vbqewoyFUp3L-lex4cw",
          "reason": "unknown_key"
        }
      ],
      "steps": [{ "check": [{ "value": "{{given}}", "matches": { "$jwt": { "refused": "{{reason}}" } } }] }]
    }
  ]
}

3 known-failures.json
[]

3356 models/answers.json
{
  "$schema": "../schema/suite.schema.json",
  "description": "Stored answers of every operation decode in full.",
  "tags": ["models", "payloads"],
  "cases": [
    {
      "id": "authenticate",
      "description": "An answer of today: nothing is missing, nothing is unknown.",
      "requirements": ["model-every-type", "model-later-fields"],
      "payload": "authenticate",
      "expect": { "findings": [], "body": { "session": { "$shape": "session" }, "user": { "$shape": "user" } } }
    },
    {
      "id": "authenticate-2024",
      "description": "An answer as of 2024, before roles and locks.",
      "requirements": ["model-every-type"],
      "payload": "authenticate_2024",
      "expect": {
        "findings": [],
        "body": { "session": { "roles": { "$absent": true } }, "user": { "is_locked": { "$absent": true } } }
      }
    },
    {
      "id": "get",
      "description": "Two sessions, each in full.",
      "requirements": ["model-every-type"],
      "payload": "get",
      "expect": { "findings": [], "body": { "sessions": { "$length": 2, "$each": { "$shape": "session" } } } }
    },
    {
      "id": "get-none",
      "description": "An empty list is a list.",
      "requirements": ["model-every-type"],
      "payload": "get_none",
      "expect": { "findings": [] }
    },
    {
      "id": "revoke",
      "description": "An answer with nothing of its own.",
      "requirements": ["model-every-type"],
      "payload": "revoke",
      "expect": { "findings": [] }
    },
    {
      "id": "migrate",
      "description": "A migrated session and a device.",
      "requirements": ["model-every-type", "model-later-fields"],
      "payload": "migrate",
      "expect": { "findings": [] }
    },
    {
      "id": "migrate-without-session",
      "description": "A session that is null, and a device that is null.",
      "requirements": ["model-null-absent"],
      "payload": "migrate_without_session",
      "expect": { "findings": [], "body": { "$shape": "no_session" } }
    },
    {
      "id": "get-jwks",
      "description": "Two keys.",
      "requirements": ["model-every-type"],
      "payload": "get_jwks",
      "expect": { "findings": [], "body": { "keys": { "$length": 2, "$each": { "$shape": "jwk" } } } }
    },
    {
      "id": "get-jwks-other-spelling",
      "description": "The thumbprint under the name of the Go package is read, and the name is reported.",
      "requirements": ["model-every-type"],
      "payload": "get_jwks_other_spelling",
      "expect": { "findings": [{ "code": "alternate-spelling", "pointer": "/keys/0/x5t_s256" }] }
    },
    {
      "id": "get-jwks-bare",
      "description": "The well-known address gives the keys alone.",
      "requirements": ["model-null-absent"],
      "payload": "get_jwks_bare",
      "expect": { "findings": [] }
    },
    {
      "id": "session-reset",
      "description": "A password set by session.",
      "requirements": ["model-every-type"],
      "payload": "session_reset",
      "expect": { "findings": [] }
    },
    {
      "id": "error",
      "description": "An error with details decodes as an error.",
      "requirements": ["model-every-type", "model-later-fields"],
      "payload": "error",
      "expect": { "status": 404, "error": "session_not_found", "findings": [], "body": { "$shape": "error" } }
    }
  ]
}

1939 models/claims.json
{
  "$schema": "../schema/suite.schema.json",
  "description": "The claims of tokens, as stored JSON.",
  "tags": ["models", "payloads"],
  "cases": [
    {
      "id": "today",
      "description": "Whole seconds, roles, no id of its own.",
      "requirements": ["model-every-type"],
      "payload": "claims_of_token",
      "expect": { "findings": [] }
    },
    {
      "id": "of-2022",
      "description": "Old tokens lack roles and an end.",
      "requirements": ["jwt-old-format"],
      "payload": "claims_of_token_2022",
      "expect": { "findings": [] }
    },
    {
      "id": "custom-domain",
      "description": "Another issuer, a jti, and a text for a list.",
      "requirements": ["model-every-type"],
      "payload": "claims_of_token_custom_domain",
      "expect": { "findings": [] }
    },
    {
      "id": "with-claims",
      "description": "What is not registered is the project's own.",
      "requirements": ["model-every-type"],
      "payload": "claims_of_token_with_claims",
      "expect": { "findings": [] }
    },
    {
      "id": "factors",
      "description": "Factors in a token are shorter.",
      "requirements": ["model-every-type"],
      "payload": "claims_of_token_factors",
      "expect": { "findings": [] }
    },
    {
      "id": "fractions",
      "description": "Numbers of claims keep their digits.",
      "requirements": ["model-numbers"],
      "payload": "claims_of_token_fractions",
      "expect": { "findings": [] }
    },
    {
      "id": "without-session",
      "description": "The session claim is missed; the other is unknown.",
      "requirements": ["model-every-type"],
      "payload": "claims_of_token_without_session",
      "expect": {
        "findings": [
          { "code": "missing-field", "pointer": "/https:~1~1stytch.com~1session" },
          { "code": "unknown-field", "pointer": "/https:~1~1stytch.com~1organization" }
        ]
      }
    }
  ]
}

2695 models/drift.json
{
  "$schema": "../schema/suite.schema.json",
  "description": "What decoding reports of an answer that is not as the models know it.",
  "tags": ["models", "payloads"],
  "cases": [
    {
      "id": "unknown-fields",
      "description": "Fields that no version knows are reported, each with its pointer, and break nothing.",
      "requirements": ["model-unknown-fields"],
      "payload": "unknown_fields",
      "expect": {
        "findings": [
          { "code": "unknown-field", "pointer": "/weather" },
          { "code": "unknown-field", "pointer": "/session/mood" },
          { "code": "unknown-field", "pointer": "/session/authentication_factors/0/strength" },
          { "code": "unknown-field", "pointer": "/user/shoe_size" },
          { "code": "unknown-field", "pointer": "/user/emails/0/primary" }
        ]
      }
    },
    {
      "id": "opaque-ids",
      "description": "An id is any text.",
      "requirements": ["model-ids-opaque"],
      "payload": "opaque_ids",
      "expect": { "findings": [] }
    },
    {
      "id": "exact-numbers",
      "description": "Numbers in claims keep their digits.",
      "requirements": ["model-numbers"],
      "payload": "exact_numbers",
      "expect": {
        "findings": [],
        "body": {
          "session": {
            "custom_claims": {
              "$literal": {
                "big": 9007199254740993,
                "exact": 0.1,
                "tiny": 1e-400,
                "deep": [{ "n": 12345678901234567890123 }]
              }
            }
          }
        }
      }
    },
    {
      "id": "number-too-large",
      "description": "A status code that fits no 32 bits is reported.",
      "requirements": ["model-numbers"],
      "payload": "number_too_large",
      "expect": { "findings": [{ "code": "number-does-not-fit", "pointer": "/status_code" }] }
    },
    {
      "id": "broken",
      "description": "All mistakes of an answer are reported at once.",
      "requirements": ["model-every-type", "model-numbers"],
      "payload": "broken",
      "expect": {
        "findings": [
          { "code": "wrong-type", "pointer": "/status_code" },
          { "code": "missing-field", "pointer": "/session/session_id" },
          { "code": "bad-time", "pointer": "/session/started_at" },
          { "code": "unexpected-null", "pointer": "/session/authentication_factors/0/type" },
          { "code": "wrong-type", "pointer": "/session/roles" },
          { "code": "missing-field", "pointer": "/user/status" },
          { "code": "unexpected-null", "pointer": "/user/emails" },
          { "code": "wrong-type", "pointer": "/user/totps/0/totp_id" }
        ]
      }
    }
  ]
}

8763 models/errors.json
{
  "$schema": "../schema/suite.schema.json",
  "description": "Each form of error in stored answers, and bodies that are none.",
  "tags": ["models", "payloads"],
  "cases": [
    {
      "id": "malformed-token",
      "description": "400 invalid_session_token decodes as an error.",
      "requirements": ["model-every-type"],
      "payload": "error_400_malformed_token",
      "expect": { "status": 400, "error": "invalid_session_token", "findings": [] }
    },
    {
      "id": "two-tokens",
      "description": "400 too_many_session_arguments decodes as an error.",
      "requirements": ["model-every-type"],
      "payload": "error_400_two_tokens",
      "expect": { "status": 400, "error": "too_many_session_arguments", "findings": [] }
    },
    {
      "id": "bad-request",
      "description": "400 bad_request decodes as an error, with the type in the fragment of the address.",
      "requirements": ["model-every-type"],
      "payload": "error_400_bad_request",
      "expect": { "status": 400, "error": "bad_request", "findings": [] }
    },
    {
      "id": "duration",
      "description": "400 invalid_session_duration_minutes decodes as an error.",
      "requirements": ["model-every-type"],
      "payload": "error_400_duration",
      "expect": { "status": 400, "error": "invalid_session_duration_minutes", "findings": [] }
    },
    {
      "id": "weak-password",
      "description": "400 weak_password decodes as an error.",
      "requirements": ["model-every-type"],
      "payload": "error_400_weak_password",
      "expect": { "status": 400, "error": "weak_password", "findings": [] }
    },
    {
      "id": "old-factor",
      "description": "400 session_too_old_to_reset_password decodes as an error.",
      "requirements": ["model-every-type"],
      "payload": "error_400_old_factor",
      "expect": { "status": 400, "error": "session_too_old_to_reset_password", "findings": [] }
    },
    {
      "id": "credentials",
      "description": "401 unauthorized_credentials decodes as an error.",
      "requirements": ["model-every-type"],
      "payload": "error_401_credentials",
      "expect": { "status": 401, "error": "unauthorized_credentials", "findings": [] }
    },
    {
      "id": "attribute-mismatch",
      "description": "401 attribute_mismatch decodes as an error, details that are null.",
      "requirements": ["model-null-absent"],
      "payload": "error_401_attribute_mismatch",
      "expect": { "status": 401, "error": "attribute_mismatch", "findings": [] }
    },
    {
      "id": "not-allowed",
      "description": "403 consumer_session_authorization_error decodes as an error, with details.",
      "requirements": ["model-later-fields"],
      "payload": "error_403_not_allowed",
      "expect": { "status": 403, "error": "consumer_session_authorization_error", "findings": [] }
    },
    {
      "id": "use-https",
      "description": "403 use_https decodes as an error.",
      "requirements": ["model-every-type"],
      "payload": "error_403_use_https",
      "expect": { "status": 403, "error": "use_https", "findings": [] }
    },
    {
      "id": "user-not-found",
      "description": "404 user_not_found decodes as an error, the address of new pages.",
      "requirements": ["model-every-type"],
      "payload": "error_404_user",
      "expect": { "status": 404, "error": "user_not_found", "findings": [] }
    },
    {
      "id": "revoked",
      "description": "404 session_not_found decodes as an error, details that are empty.",
      "requirements": ["model-every-type"],
      "payload": "error_404_revoked",
      "expect": { "status": 404, "error": "session_not_found", "findings": [] }
    },
    {
      "id": "too-many",
      "description": "429 too_many_requests decodes as an error.",
      "requirements": ["model-every-type"],
      "payload": "error_429_too_many",
      "expect": { "status": 429, "error": "too_many_requests", "findings": [] }
    },
    {
      "id": "locked",
      "description": "429 user_lock_limit_reached decodes as an error.",
      "requirements": ["model-every-type"],
      "payload": "error_429_locked",
      "expect": { "status": 429, "error": "user_lock_limit_reached", "findings": [] }
    },
    {
      "id": "internal",
      "description": "500 internal_server_error decodes as an error.",
      "requirements": ["model-every-type"],
      "payload": "error_500",
      "expect": { "status": 500, "error": "internal_server_error", "findings": [] }
    },
    {
      "id": "unknown-word",
      "description": "Types of errors are open: any word will do.",
      "requirements": ["model-every-type"],
      "payload": "error_404_unknown_word",
      "expect": { "status": 404, "error": "moon_not_found", "findings": [] }
    },
    {
      "id": "deep-details",
      "description": "Details are open: nothing in them is unknown.",
      "requirements": ["model-later-fields"],
      "payload": "error_400_deep_details",
      "expect": { "status": 400, "error": "oauth_access_token_exchange_token_too_old", "findings": [] }
    },
    {
      "id": "status-of-its-own",
      "description": "The body decodes; which status counts is the transport's business.",
      "requirements": ["model-every-type"],
      "payload": "error_status_of_its_own",
      "expect": { "status": 502, "error": "server_unavailable", "findings": [] }
    },
    {
      "id": "without-request-id",
      "description": "What is always there is missed.",
      "requirements": ["model-every-type"],
      "payload": "error_without_request_id",
      "expect": {
        "status": 404,
        "error": "user_not_found",
        "findings": [
          { "code": "missing-field", "pointer": "/request_id" },
          { "code": "missing-field", "pointer": "/error_url" }
        ]
      }
    },
    {
      "id": "with-more",
      "description": "Unknown keys of errors are reported.",
      "requirements": ["model-unknown-fields"],
      "payload": "error_with_more",
      "expect": {
        "status": 400,
        "error": "bad_request",
        "findings": [{ "code": "unknown-field", "pointer": "/retryable" }]
      }
    },
    {
      "id": "oauth",
      "description": "The other form of errors.",
      "requirements": ["model-every-type"],
      "payload": "error_oauth",
      "expect": { "status": 400, "findings": [] }
    },
    {
      "id": "oauth-bare",
      "description": "Both may be absent.",
      "requirements": ["model-null-absent"],
      "payload": "error_oauth_bare",
      "expect": { "status": 401, "findings": [] }
    },
    {
      "id": "of-neither-form",
      "description": "The envelope is missed field by field.",
      "requirements": ["model-every-type"],
      "payload": "error_of_neither_form",
      "expect": {
        "status": 400,
        "findings": [
          { "code": "missing-field", "pointer": "/status_code" },
          { "code": "missing-field", "pointer": "/request_id" },
          { "code": "missing-field", "pointer": "/error_type" },
          { "code": "missing-field", "pointer": "/error_message" },
          { "code": "missing-field", "pointer": "/error_url" },
          { "code": "unknown-field", "pointer": "/message" }
        ]
      }
    },
    {
      "id": "of-a-list",
      "description": "A list is no error.",
      "requirements": ["model-every-type"],
      "payload": "error_of_a_list",
      "expect": { "status": 400, "findings": [{ "code": "wrong-type", "pointer": "" }] }
    },
    {
      "id": "page",
      "description": "A body that is no JSON has no model; the status is all.",
      "requirements": ["model-every-type"],
      "payload": "error_page",
      "expect": { "status": 502, "model": "none", "headers": { "content-type": "text/html" } }
    },
    {
      "id": "text",
      "description": "Nor has a text without quotes.",
      "requirements": ["model-every-type"],
      "payload": "error_text",
      "expect": { "status": 503, "model": "none", "headers": { "content-type": "text/plain" } }
    },
    {
      "id": "empty",
      "description": "No body at all.",
      "requirements": ["model-every-type"],
      "payload": "error_empty",
      "expect": { "status": 504, "model": "none", "body": { "$absent": true } }
    },
    {
      "id": "success-cut",
      "description": "Half an answer is no JSON.",
      "requirements": ["model-every-type"],
      "payload": "success_cut",
      "expect": { "model": "none" }
    },
    {
      "id": "success-twice-the-key",
      "description": "The second one counts, and is reported.",
      "requirements": ["model-every-type"],
      "payload": "success_twice_the_key",
      "expect": { "findings": [{ "code": "duplicate-key", "pointer": "/status_code" }] }
    }
  ]
}

10584 models/factor_kinds.json
{
  "$schema": "../schema/suite.schema.json",
  "description": "Every kind of factor in stored answers, and factors that are not as they should be.",
  "tags": ["models", "payloads", "factors"],
  "cases": [
    {
      "id": "email",
      "description": "An e-mail address is one object, by link or by passcode.",
      "requirements": [
        "factor-type-magic_link",
        "factor-delivery-email",
        "factor-sub-email_factor",
        "factor-type-otp",
        "model-later-fields"
      ],
      "payload": "factors_email",
      "expect": { "findings": [] }
    },
    {
      "id": "phone",
      "description": "A phone number is one object, whatever carried the passcode.",
      "requirements": [
        "factor-type-otp",
        "factor-delivery-sms",
        "factor-sub-phone_number_factor",
        "factor-delivery-whatsapp"
      ],
      "payload": "factors_phone",
      "expect": { "findings": [] }
    },
    {
      "id": "devices",
      "description": "What a device proves.",
      "requirements": [
        "factor-type-webauthn",
        "factor-delivery-webauthn_registration",
        "factor-sub-webauthn_factor",
        "factor-type-totp",
        "factor-delivery-authenticator_app",
        "factor-sub-authenticator_app_factor",
        "factor-type-recovery_codes",
        "factor-delivery-recovery_code",
        "factor-sub-recovery_code_factor",
        "factor-type-signature_challenge",
        "factor-delivery-biometric",
        "factor-sub-biometric_factor"
      ],
      "payload": "factors_devices",
      "expect": { "findings": [] }
    },
    {
      "id": "wallet",
      "description": "A wallet with its address.",
      "requirements": ["factor-type-crypto", "factor-delivery-crypto_wallet", "factor-sub-crypto_wallet_factor"],
      "payload": "factors_wallet",
      "expect": { "findings": [] }
    },
    {
      "id": "without-object",
      "description": "Factors that have no object of their own.",
      "requirements": [
        "factor-type-password",
        "factor-delivery-knowledge",
        "factor-type-imported",
        "factor-delivery-imported_auth0"
      ],
      "payload": "factors_without_object",
      "expect": { "findings": [] }
    },
    {
      "id": "embedded",
      "description": "The object of an embedded link may be absent.",
      "requirements": [
        "factor-type-magic_link",
        "factor-delivery-embedded",
        "factor-sub-embeddable_magic_link_factor"
      ],
      "payload": "factors_embedded",
      "expect": { "findings": [] }
    },
    {
      "id": "oauth-large",
      "description": "Google, Microsoft and Apple: some tell an e-mail address, some do not.",
      "requirements": [
        "factor-type-oauth",
        "factor-delivery-oauth_google",
        "factor-sub-google_oauth_factor",
        "factor-delivery-oauth_microsoft",
        "factor-sub-microsoft_oauth_factor",
        "factor-delivery-oauth_apple",
        "factor-sub-apple_oauth_factor"
      ],
      "payload": "factors_oauth_large",
      "expect": { "findings": [] }
    },
    {
      "id": "oauth-code",
      "description": "GitHub, Bitbucket, GitLab and Figma: some tell an e-mail address, some do not.",
      "requirements": [
        "factor-type-oauth",
        "factor-delivery-oauth_github",
        "factor-sub-github_oauth_factor",
        "factor-delivery-oauth_bitbucket",
        "factor-sub-bitbucket_oauth_factor",
        "factor-delivery-oauth_gitlab",
        "factor-sub-git_lab_oauth_factor",
        "factor-delivery-oauth_figma",
        "factor-sub-figma_oauth_factor"
      ],
      "payload": "factors_oauth_code",
      "expect": { "findings": [] }
    },
    {
      "id": "oauth-shops",
      "description": "Amazon, Coinbase and Shopify: some tell an e-mail address, some do not.",
      "requirements": [
        "factor-type-oauth",
        "factor-delivery-oauth_amazon",
        "factor-sub-amazon_oauth_factor",
        "factor-delivery-oauth_coinbase",
        "factor-sub-coinbase_oauth_factor",
        "factor-delivery-oauth_shopify",
        "factor-sub-shopify_oauth_factor"
      ],
      "payload": "factors_oauth_shops",
      "expect": { "findings": [] }
    },
    {
      "id": "oauth-social",
      "description": "Facebook, Instagram, Snapchat and Twitter: some tell an e-mail address, some do not.",
      "requirements": [
        "factor-type-oauth",
        "factor-delivery-oauth_facebook",
        "factor-sub-facebook_oauth_factor",
        "factor-delivery-oauth_instagram",
        "factor-sub-instagram_oauth_factor",
        "factor-delivery-oauth_snapchat",
        "factor-sub-snapchat_oauth_factor",
        "factor-delivery-oauth_twitter",
        "factor-sub-twitter_oauth_factor"
      ],
      "payload": "factors_oauth_social",
      "expect": { "findings": [] }
    },
    {
      "id": "oauth-video",
      "description": "TikTok, Twitch, Spotify and Steam: some tell an e-mail address, some do not.",
      "requirements": [
        "factor-type-oauth",
        "factor-delivery-oauth_tiktok",
        "factor-sub-tik_tok_oauth_factor",
        "factor-delivery-oauth_twitch",
        "factor-sub-twitch_oauth_factor",
        "factor-delivery-oauth_spotify",
        "factor-sub-spotify_oauth_factor",
        "factor-delivery-oauth_steam",
        "factor-sub-steam_oauth_factor"
      ],
      "payload": "factors_oauth_video",
      "expect": { "findings": [] }
    },
    {
      "id": "oauth-chat",
      "description": "Discord and Slack: some tell an e-mail address, some do not.",
      "requirements": [
        "factor-type-oauth",
        "factor-delivery-oauth_discord",
        "factor-sub-discord_oauth_factor",
        "factor-delivery-oauth_slack",
        "factor-sub-slack_oauth_factor"
      ],
      "payload": "factors_oauth_chat",
      "expect": { "findings": [] }
    },
    {
      "id": "oauth-work",
      "description": "LinkedIn, Salesforce, Yahoo and HubSpot: some tell an e-mail address, some do not.",
      "requirements": [
        "factor-type-oauth",
        "factor-delivery-oauth_linkedin",
        "factor-sub-linked_in_oauth_factor",
        "factor-delivery-oauth_salesforce",
        "factor-sub-salesforce_oauth_factor",
        "factor-delivery-oauth_yahoo",
        "factor-sub-yahoo_oauth_factor",
        "factor-delivery-oauth_hubspot",
        "factor-sub-hubspot_oauth_factor"
      ],
      "payload": "factors_oauth_work",
      "expect": { "findings": [] }
    },
    {
      "id": "sso",
      "description": "Both connections have the same three fields.",
      "requirements": [
        "factor-type-sso",
        "factor-delivery-sso_saml",
        "factor-sub-saml_sso_factor",
        "factor-delivery-sso_oidc",
        "factor-sub-oidc_sso_factor"
      ],
      "payload": "factors_sso",
      "expect": { "findings": [] }
    },
    {
      "id": "exchange",
      "description": "An exchanged token tells the e-mail address alone.",
      "requirements": [
        "factor-type-oauth",
        "factor-delivery-oauth_exchange_slack",
        "factor-sub-slack_oauth_exchange_factor",
        "factor-delivery-oauth_exchange_hubspot",
        "factor-sub-hubspot_oauth_exchange_factor",
        "model-later-fields"
      ],
      "payload": "factors_exchange",
      "expect": { "findings": [] }
    },
    {
      "id": "impersonated",
      "description": "Impersonation, known since v15.11.0.",
      "requirements": ["model-later-fields"],
      "payload": "factors_impersonated",
      "expect": { "findings": [] }
    },
    {
      "id": "tokens",
      "description": "Exchanged and attested tokens, known since v16.9.0 and v16.21.0.",
      "requirements": ["factor-type-oauth", "model-later-fields"],
      "payload": "factors_tokens",
      "expect": { "findings": [] }
    },
    {
      "id": "gitlab-twice",
      "description": "Both spellings at once: the one of the Go package is read, the other is reported.",
      "requirements": ["factor-spelling"],
      "payload": "factor_gitlab_twice",
      "expect": {
        "findings": [
          { "code": "alternate-spelling", "pointer": "/sessions/0/authentication_factors/0/gitlab_oauth_factor" }
        ]
      }
    },
    {
      "id": "linkedin-twice",
      "description": "Both spellings at once: the one of the Go package is read, the other is reported.",
      "requirements": ["factor-spelling"],
      "payload": "factor_linkedin_twice",
      "expect": {
        "findings": [
          { "code": "alternate-spelling", "pointer": "/sessions/0/authentication_factors/0/linkedin_oauth_factor" }
        ]
      }
    },
    {
      "id": "tiktok-twice",
      "description": "Both spellings at once: the one of the Go package is read, the other is reported.",
      "requirements": ["factor-spelling"],
      "payload": "factor_tiktok_twice",
      "expect": {
        "findings": [
          { "code": "alternate-spelling", "pointer": "/sessions/0/authentication_factors/0/tiktok_oauth_factor" }
        ]
      }
    },
    {
      "id": "two-objects",
      "description": "Two objects in one factor are both read.",
      "requirements": ["model-every-type"],
      "payload": "factor_two_objects",
      "expect": { "findings": [] }
    },
    {
      "id": "phone-misnamed",
      "description": "A name that only a slip of one SDK has is no spelling: it is unknown.",
      "requirements": ["factor-spelling", "model-unknown-fields"],
      "payload": "factor_phone_misnamed",
      "expect": {
        "findings": [{ "code": "unknown-field", "pointer": "/sessions/0/authentication_factors/0/phone_factor" }]
      }
    },
    {
      "id": "object-incomplete",
      "description": "A field that is always there is missed where it is not.",
      "requirements": ["model-every-type"],
      "payload": "factor_object_incomplete",
      "expect": {
        "findings": [
          { "code": "unexpected-null", "pointer": "/sessions/0/authentication_factors/0/apple_oauth_factor/id" },
          {
            "code": "missing-field",
            "pointer": "/sessions/0/authentication_factors/0/apple_oauth_factor/provider_subject"
          }
        ]
      }
    },
    {
      "id": "object-of-text",
      "description": "A text where an object belongs is reported, once.",
      "requirements": ["model-every-type"],
      "payload": "factor_object_of_text",
      "expect": {
        "findings": [
          { "code": "wrong-type", "pointer": "/sessions/0/authentication_factors/0/authenticator_app_factor" }
        ]
      }
    }
  ]
}

2250 models/factors.json
{
  "$schema": "../schema/suite.schema.json",
  "description": "Factors in stored answers: spellings, later kinds, and kinds that nobody knows.",
  "tags": ["models", "payloads", "factors"],
  "cases": [
    {
      "id": "unknown-words",
      "description": "An unknown type, way of delivery and object decode and are reported.",
      "requirements": ["factor-open-enum", "model-unknown-fields"],
      "payload": "unknown_factor",
      "expect": {
        "findings": [
          { "code": "unknown-enum", "pointer": "/session/authentication_factors/0/type" },
          { "code": "unknown-enum", "pointer": "/session/authentication_factors/0/delivery_method" },
          { "code": "unknown-field", "pointer": "/session/authentication_factors/0/hilltop_factor" }
        ],
        "body": {
          "session": { "authentication_factors": [{ "type": "smoke_signal", "delivery_method": "hilltop" }] }
        }
      }
    },
    {
      "id": "older-spellings",
      "description": "The spellings of older SDKs decode, and the one seen is reported.",
      "requirements": ["factor-spelling"],
      "payload": "other_spellings",
      "expect": {
        "findings": [
          { "code": "alternate-spelling", "pointer": "/session/authentication_factors/0/gitlab_oauth_factor" },
          { "code": "alternate-spelling", "pointer": "/session/authentication_factors/1/linkedin_oauth_factor" },
          { "code": "alternate-spelling", "pointer": "/session/authentication_factors/2/tiktok_oauth_factor" }
        ]
      }
    },
    {
      "id": "page-spellings",
      "description": "The spellings of the Go package decode without a word.",
      "requirements": ["factor-spelling"],
      "payload": "page_spellings",
      "expect": { "findings": [] }
    },
    {
      "id": "later-kinds",
      "description": "Kinds that came after v15.9.0 are known.",
      "requirements": ["model-later-fields"],
      "payload": "later_factors",
      "expect": { "findings": [] }
    },
    {
      "id": "null-and-absent",
      "description": "Optional parts of a factor may be null, absent or empty.",
      "requirements": ["model-null-absent"],
      "payload": "null_and_absent_factors",
      "expect": { "findings": [] }
    }
  ]
}

1255 models/keys.json
{
  "$schema": "../schema/suite.schema.json",
  "description": "Key sets in stored answers.",
  "tags": ["models", "payloads"],
  "cases": [
    {
      "id": "both-spellings",
      "description": "The name of the wire is read, the other one is reported.",
      "requirements": ["model-every-type"],
      "payload": "get_jwks_both_spellings",
      "expect": { "findings": [{ "code": "alternate-spelling", "pointer": "/keys/0/x5t_s256" }] }
    },
    {
      "id": "name-of-the-rfc",
      "description": "Under that name it is missed, and the name is unknown.",
      "requirements": ["model-every-type"],
      "payload": "get_jwks_name_of_the_rfc",
      "expect": {
        "findings": [
          { "code": "missing-field", "pointer": "/keys/0/x5tS256" },
          { "code": "unknown-field", "pointer": "/keys/0/x5t#S256" }
        ]
      }
    },
    {
      "id": "empty",
      "description": "An empty list is a list.",
      "requirements": ["model-every-type"],
      "payload": "get_jwks_empty",
      "expect": { "findings": [] }
    },
    {
      "id": "rotated",
      "description": "Both keys decode.",
      "requirements": ["model-every-type"],
      "payload": "get_jwks_rotated",
      "expect": { "findings": [] }
    }
  ]
}

1892 models/passwords.json
{
  "$schema": "../schema/suite.schema.json",
  "description": "Answers of calls with passwords.",
  "tags": ["models", "payloads"],
  "cases": [
    {
      "id": "reset-without-session",
      "description": "No duration, no session.",
      "requirements": ["model-every-type"],
      "payload": "session_reset_without_session",
      "expect": { "findings": [], "body": { "$shape": "no_session" } }
    },
    {
      "id": "reset-device",
      "description": "A device of which only the id is known.",
      "requirements": ["model-later-fields"],
      "payload": "session_reset_device",
      "expect": { "findings": [] }
    },
    {
      "id": "reset-with-more",
      "description": "A key that other calls have is reported.",
      "requirements": ["model-unknown-fields"],
      "payload": "session_reset_with_more",
      "expect": { "findings": [{ "code": "unknown-field", "pointer": "/reset_sessions" }] }
    },
    {
      "id": "create",
      "description": "The e-mail address has an id beside the user's.",
      "requirements": ["model-every-type"],
      "payload": "password_create",
      "expect": { "findings": [] }
    },
    {
      "id": "create-with-session",
      "description": "The same with a session.",
      "requirements": ["model-every-type"],
      "payload": "password_create_with_session",
      "expect": { "findings": [] }
    },
    {
      "id": "authenticate",
      "description": "A session whose only factor is the password.",
      "requirements": ["model-every-type"],
      "payload": "password_authenticate",
      "expect": { "findings": [] }
    },
    {
      "id": "authenticate-without-session",
      "description": "No duration, no session.",
      "requirements": ["model-every-type"],
      "payload": "password_authenticate_without_session",
      "expect": { "findings": [], "body": { "$shape": "no_session" } }
    }
  ]
}

5973 models/sessions.json
{
  "$schema": "../schema/suite.schema.json",
  "description": "Sessions in stored answers: old shapes and new, claims, devices.",
  "tags": ["models", "payloads"],
  "cases": [
    {
      "id": "authenticate-by-jwt",
      "description": "The token may be an empty text.",
      "requirements": ["model-null-absent"],
      "payload": "authenticate_by_jwt",
      "expect": { "findings": [], "body": { "session_token": "" } }
    },
    {
      "id": "authenticate-verdict",
      "description": "A verdict, known since v16.28.0.",
      "requirements": ["model-later-fields"],
      "payload": "authenticate_verdict",
      "expect": { "findings": [] }
    },
    {
      "id": "authenticate-refused-verdict",
      "description": "Nobody grants it: the list of roles is empty.",
      "requirements": ["model-later-fields"],
      "payload": "authenticate_refused_verdict",
      "expect": { "findings": [] }
    },
    {
      "id": "authenticate-2022",
      "description": "The oldest shape that was seen.",
      "requirements": ["model-null-absent"],
      "payload": "authenticate_2022",
      "expect": { "findings": [] }
    },
    {
      "id": "authenticate-2025",
      "description": "Keys came one after the other.",
      "requirements": ["model-later-fields"],
      "payload": "authenticate_2025",
      "expect": { "findings": [] }
    },
    {
      "id": "authenticate-with-user-id",
      "description": "The user's id beside the session is no field of this answer.",
      "requirements": ["model-unknown-fields"],
      "payload": "authenticate_with_user_id",
      "expect": { "findings": [{ "code": "unknown-field", "pointer": "/user_id" }] }
    },
    {
      "id": "authenticate-without-user",
      "description": "What is always there is missed.",
      "requirements": ["model-every-type"],
      "payload": "authenticate_without_user",
      "expect": {
        "findings": [
          { "code": "unexpected-null", "pointer": "/session" },
          { "code": "missing-field", "pointer": "/user" }
        ]
      }
    },
    {
      "id": "claims-of-all-kinds",
      "description": "Claims are open: any key, any value, every digit.",
      "requirements": ["model-numbers"],
      "payload": "claims_of_all_kinds",
      "expect": {
        "findings": [],
        "body": {
          "session": {
            "custom_claims": {
              "$exact": true,
              "text": "blue",
              "empty": "",
              "none": null,
              "yes": true,
              "list": { "$length": 4 },
              "tree": { "$type": "object" },
              "big": 123456789012345678901234567890,
              "exact": 0.1,
              "tiny": 1e-400,
              "minus": 0
            }
          }
        }
      }
    },
    {
      "id": "claims-of-two-accents",
      "description": "Keys are told apart by scalars.",
      "requirements": ["model-every-type"],
      "payload": "claims_of_two_accents",
      "expect": { "findings": [], "body": { "session": { "custom_claims": { "$length": 2 } } } }
    },
    {
      "id": "claims-null",
      "description": "No claims may be null.",
      "requirements": ["model-null-absent"],
      "payload": "claims_null",
      "expect": { "findings": [] }
    },
    {
      "id": "claims-of-text",
      "description": "A text where an object belongs is reported.",
      "requirements": ["model-every-type"],
      "payload": "claims_of_text",
      "expect": { "findings": [{ "code": "wrong-type", "pointer": "/session/custom_claims" }] }
    },
    {
      "id": "get-2022",
      "description": "The oldest shape of the list.",
      "requirements": ["model-null-absent"],
      "payload": "get_2022",
      "expect": { "findings": [] }
    },
    {
      "id": "get-many",
      "description": "Drift in one element of a list is seen.",
      "requirements": ["model-unknown-fields"],
      "payload": "get_many",
      "expect": { "findings": [{ "code": "unknown-field", "pointer": "/sessions/1/risk" }] }
    },
    {
      "id": "get-null-list",
      "description": "No list is not an empty list.",
      "requirements": ["model-every-type"],
      "payload": "get_null_list",
      "expect": { "findings": [{ "code": "unexpected-null", "pointer": "/sessions" }] }
    },
    {
      "id": "revoke-with-more",
      "description": "Extra keys at the top are reported.",
      "requirements": ["model-unknown-fields"],
      "payload": "revoke_with_more",
      "expect": { "findings": [{ "code": "unknown-field", "pointer": "/revoked_sessions" }] }
    },
    {
      "id": "migrate-known-device",
      "description": "A device with all that is known of it, since v16.30.0.",
      "requirements": ["model-later-fields"],
      "payload": "migrate_known_device",
      "expect": { "findings": [] }
    },
    {
      "id": "migrate-2024",
      "description": "The device may be absent.",
      "requirements": ["model-every-type"],
      "payload": "migrate_2024",
      "expect": { "findings": [] }
    },
    {
      "id": "exchange-access-token",
      "description": "The answer since v16.16.0.",
      "requirements": ["model-later-fields"],
      "payload": "exchange_access_token",
      "expect": { "findings": [] }
    },
    {
      "id": "exchange-without-session",
      "description": "No duration, no session.",
      "requirements": ["model-later-fields"],
      "payload": "exchange_without_session",
      "expect": { "findings": [], "body": { "$shape": "no_session" } }
    },
    {
      "id": "attest",
      "description": "The answer since v16.25.0.",
      "requirements": ["model-later-fields"],
      "payload": "attest",
      "expect": { "findings": [] }
    },
    {
      "id": "attest-without-session",
      "description": "No duration, no session.",
      "requirements": ["model-later-fields"],
      "payload": "attest_without_session",
      "expect": { "findings": [], "body": { "$shape": "no_session" } }
    }
  ]
}

3473 models/times.json
{
  "$schema": "../schema/suite.schema.json",
  "description": "Times in stored answers: digits of fractions, zones, and texts that are no time.",
  "tags": ["models", "payloads"],
  "cases": [
    {
      "id": "seconds",
      "description": "No fraction.",
      "requirements": ["model-every-type"],
      "payload": "times_seconds",
      "expect": { "findings": [] }
    },
    {
      "id": "milliseconds",
      "description": "Milliseconds.",
      "requirements": ["model-every-type"],
      "payload": "times_3_digits",
      "expect": { "findings": [] }
    },
    {
      "id": "microseconds",
      "description": "Microseconds.",
      "requirements": ["model-every-type"],
      "payload": "times_6_digits",
      "expect": { "findings": [] }
    },
    {
      "id": "nanoseconds",
      "description": "Nanoseconds.",
      "requirements": ["model-every-type"],
      "payload": "times_9_digits",
      "expect": { "findings": [] }
    },
    {
      "id": "mixed",
      "description": "Each time has digits of its own.",
      "requirements": ["model-every-type"],
      "payload": "times_mixed",
      "expect": { "findings": [] }
    },
    {
      "id": "leap-day",
      "description": "The calendar holds.",
      "requirements": ["model-every-type"],
      "payload": "times_of_leap_day",
      "expect": { "findings": [] }
    },
    {
      "id": "null",
      "description": "Times of a session may be null.",
      "requirements": ["model-null-absent"],
      "payload": "times_null",
      "expect": { "findings": [] }
    },
    {
      "id": "with-offset",
      "description": "An offset is a time too, and not the API's form: decoding takes it.",
      "requirements": ["model-every-type"],
      "payload": "times_with_offset",
      "expect": { "findings": [] }
    },
    {
      "id": "without-zone",
      "description": "A time without a zone is none.",
      "requirements": ["model-every-type"],
      "payload": "times_without_zone",
      "expect": {
        "findings": [
          { "code": "bad-time", "pointer": "/sessions/0/authentication_factors/0/last_authenticated_at" },
          { "code": "bad-time", "pointer": "/sessions/0/started_at" },
          { "code": "bad-time", "pointer": "/sessions/0/last_accessed_at" },
          { "code": "bad-time", "pointer": "/sessions/0/expires_at" }
        ]
      }
    },
    {
      "id": "empty",
      "description": "An empty text is no time.",
      "requirements": ["model-every-type"],
      "payload": "times_empty",
      "expect": {
        "findings": [
          { "code": "bad-time", "pointer": "/sessions/0/authentication_factors/0/last_authenticated_at" },
          { "code": "bad-time", "pointer": "/sessions/0/started_at" },
          { "code": "bad-time", "pointer": "/sessions/0/last_accessed_at" },
          { "code": "bad-time", "pointer": "/sessions/0/expires_at" }
        ]
      }
    },
    {
      "id": "impossible",
      "description": "Times that no calendar has.",
      "requirements": ["model-every-type"],
      "payload": "times_impossible",
      "expect": {
        "findings": [
          { "code": "bad-time", "pointer": "/sessions/0/authentication_factors/0/last_authenticated_at" },
          { "code": "bad-time", "pointer": "/sessions/0/started_at" },
          { "code": "bad-time", "pointer": "/sessions/0/last_accessed_at" },
          { "code": "wrong-type", "pointer": "/sessions/0/expires_at" }
        ]
      }
    }
  ]
}

19495 models/types.json
{
  "$schema": "../schema/suite.schema.json",
  "description": "Every type of the two packages decodes a value with all its fields, and knows them all.",
  "tags": ["models"],
  "cases": [
    {
      "id": "type",
      "description": "{{model}} knows every field of its page.",
      "requirements": ["model-every-type"],
      "rows": [
        {
          "id": "authenticate-params",
          "model": "sessions.AuthenticateParams",
          "value": {
            "session_token": "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
            "session_jwt": "e30.e30.AA",
            "session_duration_minutes": 60,
            "session_custom_claims": { "color": "blue" }
          }
        },
        { "id": "get-params", "model": "sessions.GetParams", "value": { "user_id": "user-test-1" } },
        {
          "id": "revoke-params",
          "model": "sessions.RevokeParams",
          "value": {
            "session_id": "session-test-1",
            "session_token": "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
            "session_jwt": "e30.e30.AA"
          }
        },
        {
          "id": "migrate-params",
          "model": "sessions.MigrateParams",
          "value": {
            "session_token": "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
            "session_duration_minutes": 60,
            "session_custom_claims": { "color": "blue" }
          }
        },
        { "id": "get-jwks-params", "model": "sessions.GetJWKSParams", "value": { "project_id": "project-test-1" } },
        {
          "id": "reset-params",
          "model": "passwords.session.ResetParams",
          "value": {
            "password": "four words and more",
            "session_token": "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
            "session_jwt": "e30.e30.AA",
            "session_duration_minutes": 60,
            "session_custom_claims": { "color": "blue" }
          }
        },
        {
          "id": "session",
          "model": "sessions.Session",
          "value": {
            "session_id": "session-test-10000000-0000-4000-8000-000000000152",
            "user_id": "user-test-10000000-0000-4000-8000-000000000143",
            "authentication_factors": [
              {
                "type": "password",
                "delivery_method": "knowledge",
                "last_authenticated_at": "2025-06-30T09:40:08Z",
                "created_at": "2025-06-30T09:40:09Z",
                "updated_at": "2025-06-30T09:40:08Z"
              }
            ],
            "started_at": "2025-06-30T09:40:08Z",
            "last_accessed_at": "2025-06-30T09:45:08.935673Z",
            "expires_at": "2025-07-30T09:40:08.935673870Z",
            "attributes": { "ip_address": "203.0.113.7", "user_agent": "Browser/1.0" },
            "custom_claims": {},
            "roles": ["stytch_user"]
          }
        },
        {
          "id": "factor",
          "model": "sessions.AuthenticationFactor",
          "value": {
            "type": "magic_link",
            "delivery_method": "email",
            "last_authenticated_at": "2025-06-30T09:40:08Z",
            "created_at": "2025-06-30T09:40:09Z",
            "updated_at": "2025-06-30T09:40:08Z",
            "email_factor": { "email_id": "email-test-1", "email_address": "ada@example.com" }
          }
        },
        { "id": "factor-type", "model": "sessions.AuthenticationFactorType", "value": "recovery_codes" },
        {
          "id": "delivery-method",
          "model": "sessions.AuthenticationFactorDeliveryMethod",
          "value": "oauth_exchange_hubspot"
        },
        {
          "id": "jwk",
          "model": "sessions.JWK",
          "value": {
            "kty": "RSA",
            "use": "sig",
            "key_ops": ["verify"],
            "alg": "RS256",
            "kid": "jwk-test-10000000-0000-4000-8000-000000000153",
            "x5c": ["MIIB"],
            "x5tS256": "BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB=",
            "n": "uuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuw",
            "e": "AQAB"
          }
        },
        {
          "id": "claims",
          "model": "sessions.Claims",
          "value": {
            "iss": "stytch.com/project-test-1",
            "aud": ["project-test-1"],
            "sub": "user-test-1",
            "iat": 1751276408,
            "nbf": 1751276408,
            "exp": 1751276708,
            "https://stytch.com/session": {
              "id": "session-test-1",
              "started_at": "2025-06-30T09:40:08Z",
              "last_accessed_at": "2025-06-30T09:40:08Z",
              "expires_at": "2025-06-30T09:40:08Z",
              "attributes": { "ip_address": "", "user_agent": "" },
              "authentication_factors": [
                {
                  "type": "password",
                  "delivery_method": "knowledge",
                  "last_authenticated_at": "2025-06-30T09:40:08Z"
                }
              ],
              "roles": ["stytch_user"]
            },
            "color": "blue"
          }
        },
        {
          "id": "session-claim",
          "model": "sessions.SessionClaim",
          "value": {
            "id": "session-test-1",
            "started_at": "2025-06-30T09:40:08Z",
            "last_accessed_at": "2025-06-30T09:40:08Z",
            "expires_at": "2025-06-30T09:40:08Z",
            "attributes": { "ip_address": "", "user_agent": "" },
            "authentication_factors": [
              { "type": "password", "delivery_method": "knowledge", "last_authenticated_at": "2025-06-30T09:40:08Z" }
            ],
            "roles": ["stytch_user"]
          }
        },
        {
          "id": "claims-wrapper",
          "model": "sessions.ClaimsWrapper",
          "value": { "custom_claims": { "color": "blue" } }
        },
        {
          "id": "user",
          "model": "users.User",
          "value": {
            "user_id": "user-test-10000000-0000-4000-8000-000000000143",
            "status": "active",
            "emails": [
              {
                "email_id": "email-test-10000000-0000-4000-8000-000000000144",
                "email": "ada@example.com",
                "verified": true
              }
            ],
            "phone_numbers": [
              {
                "phone_id": "phone-number-test-10000000-0000-4000-8000-000000000146",
                "phone_number": "+15005550006",
                "verified": true
              }
            ],
            "webauthn_registrations": [
              {
                "webauthn_registration_id": "webauthn-registration-test-10000000-0000-4000-8000-000000000147",
                "domain": "example.com",
                "user_agent": "Browser/1.0",
                "verified": true,
                "authenticator_type": "platform",
                "name": "laptop"
              }
            ],
            "providers": [
              {
                "provider_type": "Google",
                "provider_subject": "100000000000000000001",
                "profile_picture_url": "https://example.com/ada.png",
                "locale": "en-GB",
                "oauth_user_registration_id": "oauth-user-test-10000000-0000-4000-8000-000000000148"
              }
            ],
            "totps": [{ "totp_id": "totp-test-10000000-0000-4000-8000-000000000149", "verified": true }],
            "crypto_wallets": [
              {
                "crypto_wallet_id": "crypto-wallet-test-10000000-0000-4000-8000-000000000150",
                "crypto_wallet_address": "0x00000000000000000000000000000000000000aa",
                "crypto_wallet_type": "ethereum",
                "verified": true
              }
            ],
            "biometric_registrations": [
              {
                "biometric_registration_id": "biometric-registration-test-10000000-0000-4000-8000-000000000151",
                "verified": true
              }
            ],
            "name": { "first_name": "Ada", "middle_name": "", "last_name": "Lovelace" },
            "created_at": "2025-06-30T09:40:08Z",
            "password": {
              "password_id": "password-test-10000000-0000-4000-8000-000000000145",
              "requires_reset": false
            },
            "trusted_metadata": { "tier": "gold", "balance": 12345678901234567890.10 },
            "untrusted_metadata": { "theme": { "dark": true } },
            "external_id": null,
            "is_locked": false,
            "lock_created_at": null,
            "lock_expires_at": null,
            "roles": ["stytch_user"]
          }
        },
        {
          "id": "attributes",
          "model": "attribute.Attributes",
          "value": { "ip_address": "203.0.113.7", "user_agent": "Browser/1.0" }
        }
      ],
      "payload": { "model": "{{model}}", "body": "{{value}}" },
      "expect": { "findings": [] }
    },
    {
      "id": "sub-factor",
      "description": "{{model}} knows every field of its page.",
      "requirements": ["model-every-type"],
      "rows": [
        {
          "id": "amazon-o-auth-factor",
          "model": "sessions.AmazonOAuthFactor",
          "value": { "id": "id-1", "provider_subject": "provider-subject-1", "email_id": "email-id-1" }
        },
        {
          "id": "apple-o-auth-factor",
          "model": "sessions.AppleOAuthFactor",
          "value": { "id": "id-1", "provider_subject": "provider-subject-1", "email_id": "email-id-1" }
        },
        {
          "id": "authenticator-app-factor",
          "model": "sessions.AuthenticatorAppFactor",
          "value": { "totp_id": "totp-id-1" }
        },
        {
          "id": "biometric-factor",
          "model": "sessions.BiometricFactor",
          "value": { "biometric_registration_id": "biometric-registration-id-1" }
        },
        {
          "id": "bitbucket-o-auth-factor",
          "model": "sessions.BitbucketOAuthFactor",
          "value": { "id": "id-1", "provider_subject": "provider-subject-1", "email_id": "email-id-1" }
        },
        {
          "id": "coinbase-o-auth-factor",
          "model": "sessions.CoinbaseOAuthFactor",
          "value": { "id": "id-1", "provider_subject": "provider-subject-1", "email_id": "email-id-1" }
        },
        {
          "id": "crypto-wallet-factor",
          "model": "sessions.CryptoWalletFactor",
          "value": {
            "crypto_wallet_id": "crypto-wallet-id-1",
            "crypto_wallet_address": "0x00000000000000000000000000000000000000aa",
            "crypto_wallet_type": "ethereum"
          }
        },
        {
          "id": "discord-o-auth-factor",
          "model": "sessions.DiscordOAuthFactor",
          "value": { "id": "id-1", "provider_subject": "provider-subject-1", "email_id": "email-id-1" }
        },
        {
          "id": "email-factor",
          "model": "sessions.EmailFactor",
          "value": { "email_id": "email-id-1", "email_address": "ada@example.com" }
        },
        {
          "id": "embeddable-magic-link-factor",
          "model": "sessions.EmbeddableMagicLinkFactor",
          "value": { "embedded_id": "embedded-id-1" }
        },
        {
          "id": "facebook-o-auth-factor",
          "model": "sessions.FacebookOAuthFactor",
          "value": { "id": "id-1", "provider_subject": "provider-subject-1", "email_id": "email-id-1" }
        },
        {
          "id": "figma-o-auth-factor",
          "model": "sessions.FigmaOAuthFactor",
          "value": { "id": "id-1", "provider_subject": "provider-subject-1", "email_id": "email-id-1" }
        },
        {
          "id": "git-lab-o-auth-factor",
          "model": "sessions.GitLabOAuthFactor",
          "value": { "id": "id-1", "provider_subject": "provider-subject-1", "email_id": "email-id-1" }
        },
        {
          "id": "github-o-auth-factor",
          "model": "sessions.GithubOAuthFactor",
          "value": { "id": "id-1", "provider_subject": "provider-subject-1", "email_id": "email-id-1" }
        },
        {
          "id": "google-o-auth-factor",
          "model": "sessions.GoogleOAuthFactor",
          "value": { "id": "id-1", "provider_subject": "provider-subject-1", "email_id": "email-id-1" }
        },
        {
          "id": "hubspot-o-auth-exchange-factor",
          "model": "sessions.HubspotOAuthExchangeFactor",
          "value": { "email_id": "email-id-1" }
        },
        {
          "id": "hubspot-o-auth-factor",
          "model": "sessions.HubspotOAuthFactor",
          "value": { "id": "id-1", "provider_subject": "provider-subject-1", "email_id": "email-id-1" }
        },
        {
          "id": "instagram-o-auth-factor",
          "model": "sessions.InstagramOAuthFactor",
          "value": { "id": "id-1", "provider_subject": "provider-subject-1", "email_id": "email-id-1" }
        },
        {
          "id": "linked-in-o-auth-factor",
          "model": "sessions.LinkedInOAuthFactor",
          "value": { "id": "id-1", "provider_subject": "provider-subject-1", "email_id": "email-id-1" }
        },
        {
          "id": "microsoft-o-auth-factor",
          "model": "sessions.MicrosoftOAuthFactor",
          "value": { "id": "id-1", "provider_subject": "provider-subject-1", "email_id": "email-id-1" }
        },
        {
          "id": "oidcsso-factor",
          "model": "sessions.OIDCSSOFactor",
          "value": { "id": "id-1", "provider_id": "provider-id-1", "external_id": "external-id-1" }
        },
        {
          "id": "phone-number-factor",
          "model": "sessions.PhoneNumberFactor",
          "value": { "phone_id": "phone-id-1", "phone_number": "+15005550006" }
        },
        {
          "id": "recovery-code-factor",
          "model": "sessions.RecoveryCodeFactor",
          "value": { "totp_recovery_code_id": "totp-recovery-code-id-1" }
        },
        {
          "id": "samlsso-factor",
          "model": "sessions.SAMLSSOFactor",
          "value": { "id": "id-1", "provider_id": "provider-id-1", "external_id": "external-id-1" }
        },
        {
          "id": "salesforce-o-auth-factor",
          "model": "sessions.SalesforceOAuthFactor",
          "value": { "id": "id-1", "provider_subject": "provider-subject-1", "email_id": "email-id-1" }
        },
        {
          "id": "shopify-o-auth-factor",
          "model": "sessions.ShopifyOAuthFactor",
          "value": { "id": "id-1", "provider_subject": "provider-subject-1", "email_id": "email-id-1" }
        },
        {
          "id": "slack-o-auth-exchange-factor",
          "model": "sessions.SlackOAuthExchangeFactor",
          "value": { "email_id": "email-id-1" }
        },
        {
          "id": "slack-o-auth-factor",
          "model": "sessions.SlackOAuthFactor",
          "value": { "id": "id-1", "provider_subject": "provider-subject-1", "email_id": "email-id-1" }
        },
        {
          "id": "snapchat-o-auth-factor",
          "model": "sessions.SnapchatOAuthFactor",
          "value": { "id": "id-1", "provider_subject": "provider-subject-1", "email_id": "email-id-1" }
        },
        {
          "id": "spotify-o-auth-factor",
          "model": "sessions.SpotifyOAuthFactor",
          "value": { "id": "id-1", "provider_subject": "provider-subject-1", "email_id": "email-id-1" }
        },
        {
          "id": "steam-o-auth-factor",
          "model": "sessions.SteamOAuthFactor",
          "value": { "id": "id-1", "provider_subject": "provider-subject-1", "email_id": "email-id-1" }
        },
        {
          "id": "tik-tok-o-auth-factor",
          "model": "sessions.TikTokOAuthFactor",
          "value": { "id": "id-1", "provider_subject": "provider-subject-1", "email_id": "email-id-1" }
        },
        {
          "id": "twitch-o-auth-factor",
          "model": "sessions.TwitchOAuthFactor",
          "value": { "id": "id-1", "provider_subject": "provider-subject-1", "email_id": "email-id-1" }
        },
        {
          "id": "twitter-o-auth-factor",
          "model": "sessions.TwitterOAuthFactor",
          "value": { "id": "id-1", "provider_subject": "provider-subject-1", "email_id": "email-id-1" }
        },
        {
          "id": "web-authn-factor",
          "model": "sessions.WebAuthnFactor",
          "value": {
            "webauthn_registration_id": "webauthn-registration-id-1",
            "domain": "example.com",
            "user_agent": "Browser/1.0"
          }
        },
        {
          "id": "yahoo-o-auth-factor",
          "model": "sessions.YahooOAuthFactor",
          "value": { "id": "id-1", "provider_subject": "provider-subject-1", "email_id": "email-id-1" }
        }
      ],
      "payload": { "model": "{{model}}", "body": "{{value}}" },
      "expect": { "findings": [] }
    },
    {
      "id": "session-wrapper",
      "description": "An answer read for its claims alone.",
      "requirements": ["model-every-type"],
      "payload": {
        "model": "sessions.SessionWrapper",
        "body": { "session": { "custom_claims": { "color": "blue" } } }
      },
      "expect": { "findings": [] }
    },
    {
      "id": "old-session-claim",
      "description": "A claim of old tokens, where expires_at is {{how}}.",
      "requirements": ["jwt-old-format"],
      "rows": [
        {
          "id": "absent",
          "how": "absent",
          "value": {
            "iss": "stytch.com/project-test-1",
            "aud": ["project-test-1"],
            "sub": "user-test-1",
            "iat": 1751276408,
            "nbf": 1751276408,
            "exp": 1751276708,
            "https://stytch.com/session": {
              "id": "session-test-1",
              "started_at": "2025-06-30T09:40:08Z",
              "last_accessed_at": "2025-06-30T09:40:08Z",
              "attributes": { "ip_address": "", "user_agent": "" },
              "authentication_factors": [
                {
                  "type": "password",
                  "delivery_method": "knowledge",
                  "last_authenticated_at": "2025-06-30T09:40:08Z"
                }
              ]
            },
            "color": "blue"
          }
        },
        {
          "id": "null",
          "how": "null",
          "value": {
            "iss": "stytch.com/project-test-1",
            "aud": ["project-test-1"],
            "sub": "user-test-1",
            "iat": 1751276408,
            "nbf": 1751276408,
            "exp": 1751276708,
            "https://stytch.com/session": {
              "id": "session-test-1",
              "started_at": "2025-06-30T09:40:08Z",
              "last_accessed_at": "2025-06-30T09:40:08Z",
              "attributes": { "ip_address": "", "user_agent": "" },
              "authentication_factors": [
                {
                  "type": "password",
                  "delivery_method": "knowledge",
                  "last_authenticated_at": "2025-06-30T09:40:08Z"
                }
              ],
              "expires_at": null
            },
            "color": "blue"
          }
        }
      ],
      "payload": { "model": "sessions.Claims", "body": "{{value}}" },
      "expect": { "findings": [] }
    }
  ]
}

4801 models/users.json
{
  "$schema": "../schema/suite.schema.json",
  "description": "Users in stored answers.",
  "tags": ["models", "payloads", "users"],
  "cases": [
    {
      "id": "one-of-everything",
      "description": "A user with one of everything decodes in full.",
      "requirements": ["model-user", "model-every-type"],
      "payload": "user",
      "expect": { "findings": [], "body": { "$shape": "user" } }
    },
    {
      "id": "nulls",
      "description": "Null stands for what a user does not have.",
      "requirements": ["model-null-absent"],
      "payload": "user_of_nulls",
      "expect": { "findings": [] }
    },
    {
      "id": "absent",
      "description": "So does a key that is not there.",
      "requirements": ["model-null-absent"],
      "payload": "user_of_absent_fields",
      "expect": { "findings": [] }
    },
    {
      "id": "locked",
      "description": "A locked user; an empty text is a value.",
      "requirements": ["model-null-absent", "model-later-fields"],
      "payload": "user_locked",
      "expect": { "findings": [], "body": { "emails": [{ "email": "" }], "lock_expires_at": { "$shape": "time" } } }
    },
    {
      "id": "of-2022",
      "description": "The oldest shape that was seen.",
      "requirements": ["model-user", "model-null-absent"],
      "payload": "user_2022",
      "expect": { "findings": [] }
    },
    {
      "id": "of-2024",
      "description": "Before external ids, locks and roles.",
      "requirements": ["model-user"],
      "payload": "user_2024",
      "expect": { "findings": [] }
    },
    {
      "id": "of-2026",
      "description": "External id, locks and roles.",
      "requirements": ["model-user", "model-later-fields"],
      "payload": "user_2026",
      "expect": { "findings": [] }
    },
    {
      "id": "pending",
      "description": "Pending, with an unverified address and phone.",
      "requirements": ["model-user"],
      "payload": "user_pending",
      "expect": { "findings": [] }
    },
    {
      "id": "status-unknown",
      "description": "The word is kept and reported.",
      "requirements": ["model-user"],
      "payload": "user_status_unknown",
      "expect": { "findings": [{ "code": "unknown-enum", "pointer": "/status" }] }
    },
    {
      "id": "passkeys",
      "description": "Three types, one of them the empty text.",
      "requirements": ["model-user"],
      "payload": "user_passkeys",
      "expect": { "findings": [] }
    },
    {
      "id": "passkey-unknown",
      "description": "The word is kept and reported.",
      "requirements": ["model-user"],
      "payload": "user_passkey_unknown",
      "expect": {
        "findings": [{ "code": "unknown-enum", "pointer": "/webauthn_registrations/0/authenticator_type" }]
      }
    },
    {
      "id": "devices",
      "description": "What a user has registered.",
      "requirements": ["model-user"],
      "payload": "user_devices",
      "expect": { "findings": [] }
    },
    {
      "id": "metadata",
      "description": "Metadata is open: unknown keys in it are no drift.",
      "requirements": ["model-user", "model-numbers"],
      "payload": "user_metadata",
      "expect": { "findings": [] }
    },
    {
      "id": "names",
      "description": "Names are any text.",
      "requirements": ["model-user"],
      "payload": "user_names",
      "expect": { "findings": [] }
    },
    {
      "id": "lists-null",
      "description": "Lists that are always there are not null.",
      "requirements": ["model-user"],
      "payload": "user_lists_null",
      "expect": {
        "findings": [
          { "code": "unexpected-null", "pointer": "/providers" },
          { "code": "unexpected-null", "pointer": "/totps" }
        ]
      }
    },
    {
      "id": "drift",
      "description": "Each new key is reported with its place.",
      "requirements": ["model-unknown-fields"],
      "payload": "user_drift",
      "expect": {
        "findings": [
          { "code": "unknown-field", "pointer": "/emails/1/primary" },
          { "code": "unknown-field", "pointer": "/name/title" },
          { "code": "unknown-field", "pointer": "/updated_at" }
        ]
      }
    },
    {
      "id": "deleted",
      "description": "The id of the user who was.",
      "requirements": ["model-every-type"],
      "payload": "user_deleted",
      "expect": { "findings": [] }
    },
    {
      "id": "wrong-types",
      "description": "Each wrong type is reported.",
      "requirements": ["model-user"],
      "payload": "user_wrong_types",
      "expect": {
        "findings": [
          { "code": "wrong-type", "pointer": "/user_id" },
          { "code": "wrong-type", "pointer": "/is_locked" },
          { "code": "wrong-type", "pointer": "/roles" }
        ]
      }
    }
  ]
}

4567 operations.json
{
  "secrets": ["session_token", "session_jwt", "password", "secret", "access_token", "token"],
  "everyAnswer": {
    "any": {
      "headers": { "content-type": { "$regex": "^application/json(; ?charset=(utf|UTF)-8)?$" } },
      "body": { "request_id": { "$shape": "id" }, "status_code": { "$type": "integer", "$allOf": ["{{status}}"] } },
      "unique": ["/request_id"],
      "requirements": ["answer-request-id", "answer-status-code", "answer-json"]
    },
    "error": { "body": { "$shape": "error" }, "requirements": ["answer-error-envelope"] }
  },
  "operations": {
    "sessions.authenticate": {
      "method": "POST",
      "path": "/v1/sessions/authenticate",
      "params": {
        "session_token": { "in": "body" },
        "session_jwt": { "in": "body" },
        "session_duration_minutes": { "in": "body" },
        "session_custom_claims": { "in": "body" },
        "authorization_check": { "in": "body" }
      },
      "model": "sessions.AuthenticateResponse"
    },
    "sessions.get": {
      "method": "GET",
      "path": "/v1/sessions",
      "params": { "user_id": { "in": "query" } },
      "model": "sessions.GetResponse",
      "repeatable": true
    },
    "sessions.revoke": {
      "method": "POST",
      "path": "/v1/sessions/revoke",
      "params": {
        "session_id": { "in": "body" },
        "session_token": { "in": "body" },
        "session_jwt": { "in": "body" }
      },
      "model": "sessions.RevokeResponse"
    },
    "sessions.migrate": {
      "method": "POST",
      "path": "/v1/sessions/migrate",
      "params": {
        "session_token": { "in": "body" },
        "session_duration_minutes": { "in": "body" },
        "session_custom_claims": { "in": "body" },
        "telemetry_id": { "in": "body" }
      },
      "model": "sessions.MigrateResponse"
    },
    "sessions.exchange_access_token": {
      "method": "POST",
      "path": "/v1/sessions/exchange_access_token",
      "params": {
        "access_token": { "in": "body" },
        "session_duration_minutes": { "in": "body" },
        "session_custom_claims": { "in": "body" },
        "telemetry_id": { "in": "body" }
      },
      "model": "sessions.ExchangeAccessTokenResponse"
    },
    "sessions.attest": {
      "method": "POST",
      "path": "/v1/sessions/attest",
      "params": {
        "profile_id": { "in": "body" },
        "token": { "in": "body" },
        "session_token": { "in": "body" },
        "session_jwt": { "in": "body" },
        "session_duration_minutes": { "in": "body" },
        "session_custom_claims": { "in": "body" },
        "telemetry_id": { "in": "body" }
      },
      "model": "sessions.AttestResponse"
    },
    "sessions.get_jwks": {
      "method": "GET",
      "path": "/v1/sessions/jwks/{project_id}",
      "params": { "project_id": { "in": "path" } },
      "model": "sessions.GetJWKSResponse",
      "auth": "none",
      "repeatable": true
    },
    "passwords.session.reset": {
      "method": "POST",
      "path": "/v1/passwords/session/reset",
      "params": {
        "password": { "in": "body" },
        "session_token": { "in": "body" },
        "session_jwt": { "in": "body" },
        "session_duration_minutes": { "in": "body" },
        "session_custom_claims": { "in": "body" },
        "telemetry_id": { "in": "body" }
      },
      "model": "passwords.session.ResetResponse"
    },
    "passwords.create": {
      "method": "POST",
      "path": "/v1/passwords",
      "params": {
        "email": { "in": "body" },
        "password": { "in": "body" },
        "session_duration_minutes": { "in": "body" },
        "session_custom_claims": { "in": "body" }
      },
      "model": "passwords.CreateResponse"
    },
    "passwords.authenticate": {
      "method": "POST",
      "path": "/v1/passwords/authenticate",
      "params": {
        "email": { "in": "body" },
        "password": { "in": "body" },
        "session_token": { "in": "body" },
        "session_jwt": { "in": "body" },
        "session_duration_minutes": { "in": "body" },
        "session_custom_claims": { "in": "body" }
      },
      "model": "passwords.AuthenticateResponse"
    },
    "users.get": {
      "method": "GET",
      "path": "/v1/users/{user_id}",
      "params": { "user_id": { "in": "path" } },
      "model": "users.GetResponse",
      "repeatable": true
    },
    "users.delete": {
      "method": "DELETE",
      "path": "/v1/users/{user_id}",
      "params": { "user_id": { "in": "path" } },
      "model": "users.DeleteResponse",
      "repeatable": true
    }
  }
}

3202 passwords/factor_kinds.json
{
  "description": "Which factors of a session allow a password to be set.",
  "tags": ["passwords", "reset", "factors"],
  "cases": [
    {
      "id": "counts",
      "description": "A fresh factor of type {{type}} by {{delivery}} counts.",
      "requirements": ["reset-factor-kind"],
      "rows": [
        { "id": "password", "type": "password", "delivery": "knowledge" },
        { "id": "email-magic-link", "type": "magic_link", "delivery": "email" },
        { "id": "email-otp", "type": "otp", "delivery": "email" }
      ],
      "steps": [
        {
          "mock": {
            "session": {
              "factors": [
                { "type": "{{type}}", "delivery_method": "{{delivery}}", "last_authenticated_at": "{{now-1m}}" }
              ]
            }
          },
          "capture": { "seeded_user": "/user_id", "seeded_id": "/session_id", "seeded_token": "/session_token" }
        },
        {
          "request": {
            "operation": "passwords.session.reset",
            "params": {
              "session_token": "{{seeded_token}}",
              "password": "{{password}}",
              "session_duration_minutes": 60
            }
          },
          "expect": { "body": { "user_id": "{{seeded_user}}", "session": { "session_id": "{{seeded_id}}" } } }
        }
      ]
    },
    {
      "id": "does-not-count",
      "description": "A factor of type {{type}} by {{delivery}} is of a kind that does not count, or too old.",
      "requirements": ["{{covers}}"],
      "rows": [
        {
          "id": "text-message-otp",
          "type": "otp",
          "delivery": "sms",
          "used": "{{now-1m}}",
          "covers": "reset-factor-kind"
        },
        {
          "id": "oauth",
          "type": "oauth",
          "delivery": "oauth_google",
          "used": "{{now-1m}}",
          "covers": "reset-factor-kind"
        },
        {
          "id": "totp",
          "type": "totp",
          "delivery": "authenticator_app",
          "used": "{{now-1m}}",
          "covers": "reset-factor-kind"
        },
        {
          "id": "old-password",
          "type": "password",
          "delivery": "knowledge",
          "used": "{{now-6m}}",
          "covers": "reset-factor-age"
        },
        {
          "id": "old-magic-link",
          "type": "magic_link",
          "delivery": "email",
          "used": "{{now-6m}}",
          "covers": "reset-factor-age"
        }
      ],
      "steps": [
        {
          "mock": {
            "session": {
              "factors": [
                { "type": "{{type}}", "delivery_method": "{{delivery}}", "last_authenticated_at": "{{used}}" }
              ]
            }
          },
          "capture": { "seeded_token": "/session_token" }
        },
        {
          "request": {
            "operation": "passwords.session.reset",
            "params": { "session_token": "{{seeded_token}}", "password": "{{password}}" }
          },
          "expect": {
            "because": "the type is documented, its status is not",
            "status": [400, 401, 403],
            "error": "session_too_old_to_reset_password"
          }
        }
      ]
    }
  ]
}

7410 passwords/session_given.json
{
  "description": "Logging in with a session that comes along; what that does is assumed, so only a mock is asked.",
  "tags": ["passwords"],
  "setup": [{ "use": "user" }, { "mock": { "advance": "2m" } }],
  "cases": [
    {
      "id": "extended",
      "description": "Given by {{by}}, it is extended, its factor is shown anew, and no other session is made.",
      "requirements": ["duration-extends", "session-object", "jwt-session-claim"],
      "rows": [
        {
          "id": "token",
          "by": "its token",
          "answered": "{{session_token}}",
          "given": {
            "email": "{{user_email}}",
            "password": "{{user_password}}",
            "session_token": "{{session_token}}",
            "session_duration_minutes": 90
          }
        },
        {
          "id": "jwt",
          "by": "its JWT",
          "answered": "",
          "given": {
            "email": "{{user_email}}",
            "password": "{{user_password}}",
            "session_jwt": "{{session_jwt}}",
            "session_duration_minutes": 90
          }
        }
      ],
      "steps": [
        {
          "request": { "operation": "sessions.get", "params": { "user_id": "{{user_id}}" } },
          "capture": {
            "start": "/sessions/0/started_at",
            "made": "/sessions/0/authentication_factors/0/created_at"
          }
        },
        {
          "request": { "operation": "passwords.authenticate", "params": "{{given}}" },
          "expect": {
            "body": {
              "user_id": "{{user_id}}",
              "session": {
                "$shape": "session",
                "session_id": "{{session_id}}",
                "user_id": "{{user_id}}",
                "started_at": "{{start}}",
                "last_accessed_at": { "$near": {} },
                "expires_at": { "$near": { "plus": "90m" } },
                "authentication_factors": [
                  {
                    "$shape": "factor",
                    "type": "password",
                    "last_authenticated_at": { "$near": {} },
                    "created_at": "{{made}}"
                  }
                ]
              },
              "session_token": "{{answered}}",
              "session_jwt": {
                "$jwt": { "claims": { "sub": "{{user_id}}" }, "session": "/session", "lifetime": "5m" }
              }
            }
          }
        },
        {
          "request": { "operation": "sessions.get", "params": { "user_id": "{{user_id}}" } },
          "expect": { "body": { "sessions": [{ "session_id": "{{session_id}}" }] } }
        }
      ]
    },
    {
      "id": "without-duration",
      "description": "Without a duration it stays as it was, and is not shown.",
      "requirements": ["duration-absent"],
      "steps": [
        {
          "request": { "operation": "sessions.get", "params": { "user_id": "{{user_id}}" } },
          "capture": {
            "access": "/sessions/0/last_accessed_at",
            "end": "/sessions/0/expires_at",
            "factors": "/sessions/0/authentication_factors"
          }
        },
        {
          "request": {
            "operation": "passwords.authenticate",
            "params": {
              "email": "{{user_email}}",
              "password": "{{user_password}}",
              "session_token": "{{session_token}}"
            }
          },
          "expect": { "body": { "$shape": "no_session", "user_id": "{{user_id}}" } }
        },
        {
          "request": { "operation": "sessions.get", "params": { "user_id": "{{user_id}}" } },
          "expect": {
            "body": {
              "sessions": [
                {
                  "session_id": "{{session_id}}",
                  "last_accessed_at": "{{access}}",
                  "expires_at": "{{end}}",
                  "authentication_factors": "{{factors}}"
                }
              ]
            }
          }
        }
      ]
    },
    {
      "id": "foreign",
      "description": "Another user's session cannot come along, and stays as it was.",
      "requirements": ["answer-error-envelope"],
      "steps": [
        { "use": "user", "as": "other" },
        {
          "request": { "operation": "sessions.get", "params": { "user_id": "{{other.user_id}}" } },
          "capture": { "end": "/sessions/0/expires_at" }
        },
        {
          "request": {
            "operation": "passwords.authenticate",
            "params": {
              "email": "{{user_email}}",
              "password": "{{user_password}}",
              "session_token": "{{other.session_token}}",
              "session_duration_minutes": 90
            }
          },
          "expect": [
            { "because": "of this user there is no such session", "status": 404, "error": "session_not_found" },
            {
              "because": "nothing is documented of it: any refusal",
              "status": [400, 401, 403],
              "error": [
                "bad_request",
                "invalid_argument",
                "incompatible_session_type",
                "unauthorized_credentials"
              ]
            }
          ]
        },
        {
          "request": { "operation": "sessions.get", "params": { "user_id": "{{other.user_id}}" } },
          "expect": {
            "body": {
              "sessions": [
                {
                  "session_id": "{{other.session_id}}",
                  "user_id": "{{other.user_id}}",
                  "expires_at": "{{end}}",
                  "authentication_factors": [{ "type": "password" }]
                }
              ]
            }
          }
        }
      ]
    },
    {
      "id": "ended",
      "description": "A session that was revoked cannot come along, and none is made in its place.",
      "requirements": ["answer-error-envelope"],
      "steps": [
        { "request": { "operation": "sessions.revoke", "params": { "session_id": "{{session_id}}" } } },
        {
          "request": {
            "operation": "passwords.authenticate",
            "params": {
              "email": "{{user_email}}",
              "password": "{{user_password}}",
              "session_token": "{{session_token}}",
              "session_duration_minutes": 90
            }
          },
          "expect": { "status": 404, "error": "session_not_found" }
        },
        {
          "request": { "operation": "sessions.get", "params": { "user_id": "{{user_id}}" } },
          "expect": { "body": { "sessions": [] } }
        }
      ]
    },
    {
      "id": "both-proofs",
      "description": "A token and a JWT cannot come along together.",
      "requirements": ["authenticate-not-both"],
      "request": {
        "operation": "passwords.authenticate",
        "params": {
          "email": "{{user_email}}",
          "password": "{{user_password}}",
          "session_token": "{{session_token}}",
          "session_jwt": "{{session_jwt}}",
          "session_duration_minutes": 90
        }
      },
      "expect": [
        {
          "because": "as in sessions.authenticate; not documented here",
          "status": 400,
          "error": "too_many_session_arguments"
        },
        {
          "because": "the general type of a wrong request",
          "status": 400,
          "error": ["bad_request", "invalid_argument"]
        }
      ]
    }
  ]
}

18625 passwords/session_reset.json
{
  "description": "Setting a password by session.",
  "tags": ["passwords", "reset"],
  "setup": [{ "use": "user" }],
  "cases": [
    {
      "id": "sets-the-password",
      "description": "By {{by}} the new password comes into force, and the old one no longer works.",
      "requirements": ["reset-by-{{by}}", "reset-answer"],
      "rows": [
        {
          "id": "token",
          "by": "token",
          "given": { "session_token": "{{session_token}}", "password": "{{password#new}}" }
        },
        { "id": "jwt", "by": "jwt", "given": { "session_jwt": "{{session_jwt}}", "password": "{{password#new}}" } }
      ],
      "steps": [
        {
          "request": { "operation": "passwords.session.reset", "params": "{{given}}" },
          "expect": {
            "status": 200,
            "body": {
              "user_id": "{{user_id}}",
              "user": {
                "$shape": "unlocked_user",
                "user_id": "{{user_id}}",
                "password": { "password_id": { "$shape": "id" }, "requires_reset": false }
              },
              "session_token": { "$type": "string" },
              "session_jwt": { "$type": "string" },
              "session": { "$optional": true, "$nullable": true, "$shape": "session" }
            }
          }
        },
        {
          "request": {
            "operation": "passwords.authenticate",
            "params": { "email": "{{user_email}}", "password": "{{user_password}}" }
          },
          "expect": [
            {
              "because": "the e-mail and the password do not belong together",
              "status": 401,
              "error": "unauthorized_credentials"
            },
            {
              "because": "the status of a wrong password is not documented",
              "status": [400, 404],
              "error": ["password_not_found", "unauthorized_credentials"]
            }
          ]
        },
        {
          "request": {
            "operation": "passwords.authenticate",
            "params": { "email": "{{user_email}}", "password": "{{password#new}}", "session_duration_minutes": 60 }
          },
          "expect": {
            "body": { "user_id": "{{user_id}}", "session": { "$shape": "session", "user_id": "{{user_id}}" } }
          }
        }
      ]
    },
    {
      "id": "any-text",
      "description": "A password may hold {{what}}.",
      "requirements": ["reset-any-text"],
      "rows": [
        { "id": "spaces", "what": "spaces", "chosen": " four words {{uuid}} and ends " },
        { "id": "emoji", "what": "emoji", "chosen": "🔐🦉 {{uuid}} 👩🏽‍🚀🏳️‍🌈" },
        { "id": "non-english", "what": "letters of other languages", "chosen": "пароль-Übergröße-密码-كلمة-{{uuid}}" },
        { "id": "escapes", "what": "quotes, a backslash and a tab", "chosen": "\"back\\slash\"\t{{uuid}}" },
        { "id": "decomposed", "what": "a letter and its accent apart", "chosen": "cafe\u0301 {{uuid}}" }
      ],
      "steps": [
        {
          "request": {
            "operation": "passwords.session.reset",
            "params": { "session_token": "{{session_token}}", "password": "{{chosen}}" }
          },
          "expect": { "body": { "user_id": "{{user_id}}" } }
        },
        {
          "request": {
            "operation": "passwords.authenticate",
            "params": { "email": "{{user_email}}", "password": "{{chosen}}" }
          },
          "expect": { "body": { "user_id": "{{user_id}}" } }
        }
      ]
    },
    {
      "id": "other-sessions-end",
      "description": "The user's other sessions end, the one used lives on.",
      "requirements": ["reset-revokes-others", "reset-by-token"],
      "steps": [
        {
          "use": "log_in",
          "as": "other",
          "with": { "user_email": "{{user_email}}", "user_password": "{{user_password}}" }
        },
        {
          "request": {
            "operation": "passwords.session.reset",
            "params": { "session_token": "{{session_token}}", "password": "{{password#new}}" }
          }
        },
        {
          "request": {
            "operation": "sessions.authenticate",
            "params": { "session_token": "{{other.session_token}}" }
          },
          "expect": { "status": 404, "error": "session_not_found" },
          "eventually": "5s"
        },
        {
          "request": { "operation": "sessions.authenticate", "params": { "session_token": "{{session_token}}" } },
          "expect": { "body": { "session": { "session_id": "{{session_id}}" } } }
        },
        {
          "request": { "operation": "sessions.get", "params": { "user_id": "{{user_id}}" } },
          "expect": { "body": { "sessions": [{ "session_id": "{{session_id}}" }] } },
          "eventually": "5s"
        },
        {
          "use": "log_in",
          "as": "again",
          "with": { "user_email": "{{user_email}}", "user_password": "{{password#new}}" }
        }
      ]
    },
    {
      "id": "factor-age",
      "description": "A factor of {{age}} is {{word}}.",
      "requirements": ["reset-factor-age"],
      "rows": [
        { "id": "just-inside", "age": "4m", "word": "young enough", "outcome": { "status": 200 } },
        {
          "id": "too-old",
          "age": "6m",
          "word": "too old",
          "outcome": {
            "because": "the type is documented, its status is not",
            "status": [400, 401, 403],
            "error": "session_too_old_to_reset_password"
          }
        }
      ],
      "steps": [
        { "mock": { "advance": "{{age}}" } },
        {
          "request": {
            "operation": "passwords.session.reset",
            "params": { "session_token": "{{session_token}}", "password": "{{password#new}}" }
          },
          "expect": "{{outcome}}"
        }
      ]
    },
    {
      "id": "refused-password",
      "description": "A {{kind}} password is refused, and the old one stays in force.",
      "requirements": ["reset-{{kind}}"],
      "rows": [
        { "id": "weak", "kind": "weak", "chosen": "abc", "types": ["weak_password"] },
        {
          "id": "breached",
          "kind": "breached",
          "chosen": "password123",
          "types": ["breached_password", "weak_password"]
        }
      ],
      "steps": [
        {
          "request": {
            "operation": "passwords.session.reset",
            "params": { "session_token": "{{session_token}}", "password": "{{chosen}}" }
          },
          "expect": {
            "because": "the types are documented, their status is not; of a password that is weak and breached either may be named",
            "status": [400, 401, 403],
            "error": "{{types}}"
          }
        },
        {
          "request": {
            "operation": "passwords.authenticate",
            "params": { "email": "{{user_email}}", "password": "{{user_password}}" }
          },
          "expect": { "body": { "user_id": "{{user_id}}" } }
        }
      ]
    },
    {
      "id": "unknown-session",
      "description": "A token of the right form that belongs to no session.",
      "requirements": ["reset-unknown-session"],
      "request": {
        "operation": "passwords.session.reset",
        "params": { "session_token": "{{text:44}}", "password": "{{password#new}}" }
      },
      "expect": { "status": 404, "error": "session_not_found" }
    },
    {
      "id": "revoked-session",
      "description": "A session that was revoked resets nothing.",
      "requirements": ["reset-unknown-session"],
      "steps": [
        { "request": { "operation": "sessions.revoke", "params": { "session_id": "{{session_id}}" } } },
        {
          "request": {
            "operation": "passwords.session.reset",
            "params": { "session_token": "{{session_token}}", "password": "{{password#new}}" }
          },
          "expect": { "status": 404, "error": "session_not_found" },
          "eventually": "5s"
        }
      ]
    },
    {
      "id": "without-session",
      "description": "Neither token nor JWT.",
      "requirements": ["reset-needs-session"],
      "request": { "operation": "passwords.session.reset", "params": { "password": "{{password#new}}" } },
      "expect": [
        { "because": "the type made for it", "status": 400, "error": "no_session_arguments" },
        {
          "because": "the general type of a wrong request",
          "status": 400,
          "error": ["bad_request", "invalid_argument"]
        }
      ]
    },
    {
      "id": "extends",
      "description": "With a duration of {{minutes}} minutes the session used is extended to it.",
      "requirements": ["reset-duration", "reset-answer", "reset-revokes-others"],
      "rows": [
        { "id": "shortest", "minutes": 5 },
        { "id": "a-day", "minutes": 1440 },
        { "id": "longest", "minutes": 527040 }
      ],
      "request": {
        "operation": "passwords.session.reset",
        "params": {
          "session_token": "{{session_token}}",
          "password": "{{password#new}}",
          "session_duration_minutes": "{{minutes}}"
        }
      },
      "expect": {
        "body": {
          "user_id": "{{user_id}}",
          "user": { "$shape": "unlocked_user", "user_id": "{{user_id}}" },
          "session": {
            "$shape": "session",
            "session_id": "{{session_id}}",
            "user_id": "{{user_id}}",
            "expires_at": { "$near": { "plus": "{{minutes}}m" } }
          },
          "session_token": { "$shape": "session_token" },
          "session_jwt": { "$jwt": { "claims": { "sub": "{{user_id}}" }, "session": "/session", "lifetime": "5m" } }
        }
      }
    },
    {
      "id": "refused-duration",
      "description": "{{minutes}} minutes are refused, and the old password stays in force.",
      "requirements": ["reset-duration", "{{covers}}"],
      "rows": [
        { "id": "below-the-shortest", "minutes": 4, "covers": "duration-minimum" },
        { "id": "above-the-longest", "minutes": 527041, "covers": "duration-maximum" }
      ],
      "steps": [
        {
          "request": {
            "operation": "passwords.session.reset",
            "params": {
              "session_token": "{{session_token}}",
              "password": "{{password#new}}",
              "session_duration_minutes": "{{minutes}}"
            }
          },
          "expect": { "status": 400, "error": "invalid_session_duration_minutes" }
        },
        {
          "request": {
            "operation": "passwords.authenticate",
            "params": { "email": "{{user_email}}", "password": "{{user_password}}" }
          },
          "expect": { "body": { "user_id": "{{user_id}}" } }
        }
      ]
    },
    {
      "id": "without-duration",
      "description": "Without a duration no session comes back{{also}}, and the one used keeps its end.",
      "requirements": ["reset-duration", "{{covers}}"],
      "rows": [
        {
          "id": "plain",
          "also": "",
          "covers": "reset-answer",
          "given": { "session_token": "{{session_token}}", "password": "{{password#new}}" }
        },
        {
          "id": "with-claims",
          "also": ", though claims are given",
          "covers": "claims-need-session",
          "given": {
            "session_token": "{{session_token}}",
            "password": "{{password#new}}",
            "session_custom_claims": { "color": "blue" }
          }
        }
      ],
      "steps": [
        {
          "request": { "operation": "sessions.authenticate", "params": { "session_token": "{{session_token}}" } },
          "capture": { "end": "/session/expires_at" }
        },
        {
          "request": { "operation": "passwords.session.reset", "params": "{{given}}" },
          "expect": {
            "body": {
              "$shape": "no_session",
              "user_id": "{{user_id}}",
              "user": { "$shape": "unlocked_user", "user_id": "{{user_id}}" }
            }
          }
        },
        {
          "request": { "operation": "sessions.authenticate", "params": { "session_token": "{{session_token}}" } },
          "expect": { "body": { "session": { "session_id": "{{session_id}}", "expires_at": "{{end}}" } } }
        }
      ]
    },
    {
      "id": "claims",
      "description": "Claims are set, merged and deleted as in sessions.authenticate.",
      "requirements": ["reset-claims", "claims-update", "claims-delete"],
      "steps": [
        { "use": "claims", "with": { "token": "{{session_token}}" } },
        {
          "request": {
            "operation": "passwords.session.reset",
            "params": {
              "session_token": "{{session_token}}",
              "password": "{{password#new}}",
              "session_duration_minutes": 60,
              "session_custom_claims": { "plan": { "seats": 4 }, "color": null, "size": "L" }
            }
          },
          "expect": {
            "body": {
              "session": { "custom_claims": { "$literal": { "plan": { "name": "pro", "seats": 4 }, "size": "L" } } },
              "session_jwt": {
                "$jwt": {
                  "claims": {
                    "plan": { "$literal": { "name": "pro", "seats": 4 } },
                    "color": { "$absent": true },
                    "size": "L"
                  },
                  "session": "/session"
                }
              }
            }
          }
        }
      ]
    },
    {
      "id": "claims-too-large",
      "description": "More than four kilobytes of claims are refused, and the old password stays in force.",
      "requirements": ["reset-claims", "claims-size"],
      "steps": [
        {
          "request": {
            "operation": "passwords.session.reset",
            "params": {
              "session_token": "{{session_token}}",
              "password": "{{password#new}}",
              "session_duration_minutes": 60,
              "session_custom_claims": { "text": "{{text:4100}}" }
            }
          },
          "expect": [
            {
              "because": "the type made for it; its status is assumed",
              "status": 400,
              "error": "custom_claims_too_large"
            },
            {
              "because": "the general type of a wrong request",
              "status": 400,
              "error": ["bad_request", "invalid_argument"]
            }
          ]
        },
        {
          "request": {
            "operation": "passwords.authenticate",
            "params": { "email": "{{user_email}}", "password": "{{user_password}}" }
          },
          "expect": { "body": { "user_id": "{{user_id}}" } }
        }
      ]
    },
    {
      "id": "reserved-claim",
      "description": "A reserved claim is never taken over.",
      "requirements": ["reset-claims", "claims-reserved"],
      "rows": [
        { "id": "sub", "claims": { "sub": "somebody" } },
        { "id": "exp", "claims": { "exp": 4102444800 } }
      ],
      "request": {
        "operation": "passwords.session.reset",
        "params": {
          "session_token": "{{session_token}}",
          "password": "{{password#new}}",
          "session_duration_minutes": 60,
          "session_custom_claims": "{{claims}}"
        }
      },
      "expect": [
        {
          "because": "the reference says that reserved claims are ignored",
          "status": 200,
          "body": {
            "session": {
              "custom_claims": {
                "$optional": true,
                "$nullable": true,
                "sub": { "$absent": true },
                "exp": { "$absent": true }
              }
            },
            "session_jwt": {
              "$jwt": { "claims": { "sub": "{{user_id}}", "exp": { "$lt": 4102444800 } }, "lifetime": "5m" }
            }
          }
        },
        {
          "because": "the guide says that they are refused",
          "status": 400,
          "error": ["reserved_claims_in_custom_claims", "stytch_claims_in_custom_claims"]
        }
      ]
    },
    {
      "id": "no-other-user",
      "description": "Another user keeps session and password.",
      "requirements": ["reset-revokes-others", "reset-by-token"],
      "steps": [
        { "use": "user", "as": "other" },
        {
          "request": {
            "operation": "passwords.session.reset",
            "params": { "session_token": "{{session_token}}", "password": "{{password#new}}" }
          },
          "expect": { "body": { "user_id": "{{user_id}}" } }
        },
        {
          "request": {
            "operation": "sessions.authenticate",
            "params": { "session_token": "{{other.session_token}}" }
          },
          "expect": {
            "body": { "session": { "session_id": "{{other.session_id}}", "user_id": "{{other.user_id}}" } }
          }
        },
        {
          "request": { "operation": "sessions.get", "params": { "user_id": "{{other.user_id}}" } },
          "expect": { "body": { "sessions": [{ "session_id": "{{other.session_id}}" }] } }
        },
        {
          "use": "log_in",
          "as": "again",
          "with": { "user_email": "{{other.user_email}}", "user_password": "{{other.user_password}}" }
        }
      ]
    },
    {
      "id": "what-comes-back-lives",
      "description": "Token and JWT of the answer open the session used.",
      "requirements": ["reset-answer", "reset-duration", "reset-by-token"],
      "steps": [
        {
          "request": {
            "operation": "passwords.session.reset",
            "params": {
              "session_token": "{{session_token}}",
              "password": "{{password#new}}",
              "session_duration_minutes": 60
            }
          },
          "expect": { "body": { "session_token": { "$shape": "session_token" } } },
          "capture": {
            "new_token": { "body": "/session_token", "secret": true },
            "new_jwt": { "body": "/session_jwt", "secret": true }
          }
        },
        {
          "request": { "operation": "sessions.authenticate", "params": { "session_token": "{{new_token}}" } },
          "expect": { "body": { "session": { "session_id": "{{session_id}}", "user_id": "{{user_id}}" } } }
        },
        {
          "request": { "operation": "sessions.authenticate", "params": { "session_jwt": "{{new_jwt}}" } },
          "expect": { "body": { "session": { "session_id": "{{session_id}}", "user_id": "{{user_id}}" } } }
        }
      ]
    }
  ]
}

4775 passwords/set_up.json
{
  "description": "What set-up relies on: making a user with a password, and logging in.",
  "tags": ["passwords"],
  "cases": [
    {
      "id": "create",
      "description": "A new user has a password and, with a duration, a session that starts now.",
      "requirements": ["jwt-verifies", "session-object", "answer-times"],
      "request": {
        "operation": "passwords.create",
        "params": { "email": "{{email}}", "password": "{{password}}", "session_duration_minutes": 60 }
      },
      "expect": {
        "body": {
          "user_id": { "$shape": "id" },
          "user": {
            "$shape": "unlocked_user",
            "user_id": "{{body/user_id}}",
            "status": "active",
            "emails": [{ "email_id": "{{body/email_id}}", "email": "{{email}}" }],
            "password": { "requires_reset": false }
          },
          "session": {
            "$shape": "session",
            "user_id": "{{body/user_id}}",
            "started_at": { "$near": {} },
            "expires_at": { "$near": { "plus": "60m" } }
          },
          "session_token": { "$shape": "session_token" },
          "session_jwt": {
            "$jwt": { "claims": { "sub": "{{body/user_id}}" }, "session": "/session", "lifetime": "5m" }
          }
        }
      },
      "capture": { "new_user": "/user_id" },
      "teardown": [{ "request": { "operation": "users.delete", "params": { "user_id": "{{new_user}}" } } }]
    },
    {
      "id": "create-without-duration",
      "description": "Without a duration a new user has no session.",
      "requirements": ["claims-need-session"],
      "steps": [
        {
          "request": {
            "operation": "passwords.create",
            "params": {
              "email": "{{email}}",
              "password": "{{password}}",
              "session_custom_claims": { "color": "blue" }
            }
          },
          "expect": { "body": { "$shape": "no_session", "user": { "$shape": "unlocked_user" } } },
          "capture": { "new_user": "/user_id" }
        },
        {
          "request": { "operation": "sessions.get", "params": { "user_id": "{{new_user}}" } },
          "expect": { "body": { "sessions": [] } }
        }
      ],
      "teardown": [{ "request": { "operation": "users.delete", "params": { "user_id": "{{new_user}}" } } }]
    },
    {
      "id": "log-in",
      "description": "Logging in makes a session of its own, which its token and its JWT open.",
      "requirements": ["get-many", "authenticate-by-token", "authenticate-by-jwt"],
      "setup": [{ "use": "user" }],
      "steps": [
        {
          "request": {
            "operation": "passwords.authenticate",
            "params": {
              "email": "{{user_email}}",
              "password": "{{user_password}}",
              "session_duration_minutes": 30
            }
          },
          "expect": {
            "body": {
              "user_id": "{{user_id}}",
              "user": { "$shape": "unlocked_user", "user_id": "{{user_id}}" },
              "session": {
                "$shape": "session",
                "session_id": { "$not": "{{session_id}}" },
                "user_id": "{{user_id}}",
                "expires_at": { "$near": { "plus": "30m" } }
              },
              "session_token": { "$shape": "session_token", "$not": "{{session_token}}" },
              "session_jwt": { "$jwt": { "session": "/session" } }
            }
          },
          "capture": {
            "new_id": "/session/session_id",
            "new_token": { "body": "/session_token", "secret": true },
            "new_jwt": { "body": "/session_jwt", "secret": true }
          }
        },
        {
          "request": { "operation": "sessions.authenticate", "params": { "session_token": "{{new_token}}" } },
          "expect": { "body": { "session": { "session_id": "{{new_id}}", "user_id": "{{user_id}}" } } }
        },
        {
          "request": { "operation": "sessions.authenticate", "params": { "session_jwt": "{{new_jwt}}" } },
          "expect": { "body": { "session": { "session_id": "{{new_id}}", "user_id": "{{user_id}}" } } }
        }
      ]
    },
    {
      "id": "unknown-email",
      "description": "Nobody has this e-mail address.",
      "requirements": ["answer-error-envelope"],
      "request": {
        "operation": "passwords.authenticate",
        "params": { "email": "{{email}}", "password": "{{password}}" }
      },
      "expect": [
        { "because": "the documented type of an unknown e-mail", "status": 404, "error": "email_not_found" },
        {
          "because": "which is not told apart from a wrong password",
          "status": 401,
          "error": "unauthorized_credentials"
        }
      ]
    }
  ]
}

2059 payloads/attest.json
{
  "description": "A token of a trusted issuer, attested.",
  "source": "written for this project, after the published reference",
  "operation": "sessions.attest",
  "status": 200,
  "body": {
    "status_code": 200,
    "request_id": "request-id-test-10000000-0000-4000-8000-000000000423",
    "user_id": "user-test-10000000-0000-4000-8000-000000000420",
    "user": {
      "user_id": "user-test-10000000-0000-4000-8000-000000000420",
      "status": "active",
      "emails": [
        {
          "email_id": "email-test-10000000-0000-4000-8000-000000000421",
          "email": "ada@example.com",
          "verified": true
        }
      ],
      "phone_numbers": [],
      "webauthn_registrations": [],
      "providers": [],
      "totps": [],
      "crypto_wallets": [],
      "biometric_registrations": [],
      "name": {},
      "created_at": "2026-03-04T05:06:07Z",
      "password": null,
      "trusted_metadata": {},
      "untrusted_metadata": {},
      "external_id": null,
      "is_locked": false,
      "lock_created_at": null,
      "lock_expires_at": null,
      "roles": ["stytch_user"]
    },
    "session": {
      "session_id": "session-test-10000000-0000-4000-8000-000000000422",
      "user_id": "user-test-10000000-0000-4000-8000-000000000420",
      "authentication_factors": [
        {
          "type": "trusted_auth_token",
          "delivery_method": "trusted_token_exchange",
          "last_authenticated_at": "2026-03-04T05:06:07Z",
          "created_at": "2026-03-04T05:06:08Z",
          "updated_at": "2026-03-04T05:06:07Z",
          "trusted_auth_token_factor": { "token_id": "trusted-token-1" }
        }
      ],
      "started_at": "2026-03-04T05:06:07Z",
      "last_accessed_at": "2026-03-04T05:06:07Z",
      "expires_at": "2026-04-03T05:06:07Z",
      "attributes": { "ip_address": "", "user_agent": "" },
      "custom_claims": {},
      "roles": ["stytch_user"]
    },
    "session_token": "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
    "session_jwt": "e30.e30.AA",
    "user_device": null
  }
}

1214 payloads/attest_without_session.json
{
  "description": "A token attested for no session.",
  "source": "written for this project, after the published reference",
  "operation": "sessions.attest",
  "status": 200,
  "body": {
    "status_code": 200,
    "request_id": "request-id-test-10000000-0000-4000-8000-000000000426",
    "user_id": "user-test-10000000-0000-4000-8000-000000000424",
    "user": {
      "user_id": "user-test-10000000-0000-4000-8000-000000000424",
      "status": "active",
      "emails": [
        {
          "email_id": "email-test-10000000-0000-4000-8000-000000000425",
          "email": "ada@example.com",
          "verified": true
        }
      ],
      "phone_numbers": [],
      "webauthn_registrations": [],
      "providers": [],
      "totps": [],
      "crypto_wallets": [],
      "biometric_registrations": [],
      "name": {},
      "created_at": "2026-03-04T05:06:07Z",
      "password": null,
      "trusted_metadata": {},
      "untrusted_metadata": {},
      "external_id": null,
      "is_locked": false,
      "lock_created_at": null,
      "lock_expires_at": null,
      "roles": ["stytch_user"]
    },
    "session": null,
    "session_token": "",
    "session_jwt": "",
    "user_device": null
  }
}

3538 payloads/authenticate.json
{
  "description": "An answer of today, with every field that is known.",
  "source": "written for this project, after the published reference",
  "operation": "sessions.authenticate",
  "status": 200,
  "body": {
    "status_code": 200,
    "request_id": "request-id-test-10000000-0000-4000-8000-000000000011",
    "session": {
      "session_id": "session-test-10000000-0000-4000-8000-000000000010",
      "user_id": "user-test-10000000-0000-4000-8000-000000000001",
      "authentication_factors": [
        {
          "type": "password",
          "delivery_method": "knowledge",
          "last_authenticated_at": "2025-06-30T09:40:08Z",
          "created_at": "2025-06-30T09:40:09Z",
          "updated_at": "2025-06-30T09:40:08Z"
        }
      ],
      "started_at": "2025-06-30T09:40:08Z",
      "last_accessed_at": "2025-06-30T09:45:08.935673Z",
      "expires_at": "2025-07-30T09:40:08.935673870Z",
      "attributes": { "ip_address": "203.0.113.7", "user_agent": "Browser/1.0" },
      "custom_claims": {},
      "roles": ["stytch_user"]
    },
    "session_token": "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
    "session_jwt": "e30.e30.AA",
    "user": {
      "user_id": "user-test-10000000-0000-4000-8000-000000000001",
      "status": "active",
      "emails": [
        {
          "email_id": "email-test-10000000-0000-4000-8000-000000000002",
          "email": "ada@example.com",
          "verified": true
        }
      ],
      "phone_numbers": [
        {
          "phone_id": "phone-number-test-10000000-0000-4000-8000-000000000004",
          "phone_number": "+15005550006",
          "verified": true
        }
      ],
      "webauthn_registrations": [
        {
          "webauthn_registration_id": "webauthn-registration-test-10000000-0000-4000-8000-000000000005",
          "domain": "example.com",
          "user_agent": "Browser/1.0",
          "verified": true,
          "authenticator_type": "platform",
          "name": "laptop"
        }
      ],
      "providers": [
        {
          "provider_type": "Google",
          "provider_subject": "100000000000000000001",
          "profile_picture_url": "https://example.com/ada.png",
          "locale": "en-GB",
          "oauth_user_registration_id": "oauth-user-test-10000000-0000-4000-8000-000000000006"
        }
      ],
      "totps": [{ "totp_id": "totp-test-10000000-0000-4000-8000-000000000007", "verified": true }],
      "crypto_wallets": [
        {
          "crypto_wallet_id": "crypto-wallet-test-10000000-0000-4000-8000-000000000008",
          "crypto_wallet_address": "0x00000000000000000000000000000000000000aa",
          "crypto_wallet_type": "ethereum",
          "verified": true
        }
      ],
      "biometric_registrations": [
        {
          "biometric_registration_id": "biometric-registration-test-10000000-0000-4000-8000-000000000009",
          "verified": true
        }
      ],
      "name": { "first_name": "Ada", "middle_name": "", "last_name": "Lovelace" },
      "created_at": "2025-06-30T09:40:08Z",
      "password": { "password_id": "password-test-10000000-0000-4000-8000-000000000003", "requires_reset": false },
      "trusted_metadata": { "tier": "gold", "balance": 12345678901234567890.10 },
      "untrusted_metadata": { "theme": { "dark": true } },
      "external_id": null,
      "is_locked": false,
      "lock_created_at": null,
      "lock_expires_at": null,
      "roles": ["stytch_user"]
    },
    "verdict": { "authorized": true, "granting_roles": ["stytch_user"] }
  }
}

1720 payloads/authenticate_2022.json
{
  "description": "An answer as of 2022: no roles, no claims, no biometrics, a provider of two fields.",
  "source": "written for this project, after the published reference",
  "operation": "sessions.authenticate",
  "status": 200,
  "body": {
    "status_code": 200,
    "request_id": "request-id-test-10000000-0000-4000-8000-000000000340",
    "session": {
      "session_id": "session-test-10000000-0000-4000-8000-000000000338",
      "user_id": "user-test-10000000-0000-4000-8000-000000000337",
      "authentication_factors": [
        {
          "type": "password",
          "delivery_method": "knowledge",
          "last_authenticated_at": "2026-03-04T05:06:07Z",
          "created_at": "2026-03-04T05:06:08Z",
          "updated_at": "2026-03-04T05:06:07Z"
        }
      ],
      "started_at": "2026-03-04T05:06:07Z",
      "last_accessed_at": "2026-03-04T05:06:07Z",
      "expires_at": "2026-04-03T05:06:07Z",
      "attributes": null
    },
    "session_token": "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
    "session_jwt": "e30.e30.AA",
    "user": {
      "user_id": "user-test-10000000-0000-4000-8000-000000000337",
      "status": "active",
      "emails": [
        {
          "email_id": "email-test-10000000-0000-4000-8000-000000000339",
          "email": "ada@example.com",
          "verified": true
        }
      ],
      "phone_numbers": [],
      "webauthn_registrations": [],
      "providers": [{ "provider_type": "Google", "provider_subject": "100000000000000000001" }],
      "totps": [],
      "crypto_wallets": [],
      "name": {},
      "created_at": "2026-03-04T05:06:07Z",
      "password": null,
      "trusted_metadata": {},
      "untrusted_metadata": {}
    }
  }
}

3279 payloads/authenticate_2024.json
{
  "description": "An answer as of 2024, before roles and locks.",
  "source": "written for this project, after the published reference",
  "operation": "sessions.authenticate",
  "status": 200,
  "body": {
    "status_code": 200,
    "request_id": "request-id-test-10000000-0000-4000-8000-000000000022",
    "session": {
      "session_id": "session-test-10000000-0000-4000-8000-000000000021",
      "user_id": "user-test-10000000-0000-4000-8000-000000000012",
      "authentication_factors": [
        {
          "type": "password",
          "delivery_method": "knowledge",
          "last_authenticated_at": "2025-06-30T09:40:08Z",
          "created_at": "2025-06-30T09:40:09Z",
          "updated_at": "2025-06-30T09:40:08Z"
        }
      ],
      "started_at": "2025-06-30T09:40:08Z",
      "last_accessed_at": "2025-06-30T09:45:08.935673Z",
      "expires_at": "2025-07-30T09:40:08.935673870Z",
      "attributes": { "ip_address": "203.0.113.7", "user_agent": "Browser/1.0" },
      "custom_claims": {}
    },
    "session_token": "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
    "session_jwt": "e30.e30.AA",
    "user": {
      "user_id": "user-test-10000000-0000-4000-8000-000000000012",
      "status": "active",
      "emails": [
        {
          "email_id": "email-test-10000000-0000-4000-8000-000000000013",
          "email": "ada@example.com",
          "verified": true
        }
      ],
      "phone_numbers": [
        {
          "phone_id": "phone-number-test-10000000-0000-4000-8000-000000000015",
          "phone_number": "+15005550006",
          "verified": true
        }
      ],
      "webauthn_registrations": [
        {
          "webauthn_registration_id": "webauthn-registration-test-10000000-0000-4000-8000-000000000016",
          "domain": "example.com",
          "user_agent": "Browser/1.0",
          "verified": true,
          "authenticator_type": "platform",
          "name": "laptop"
        }
      ],
      "providers": [
        {
          "provider_type": "Google",
          "provider_subject": "100000000000000000001",
          "profile_picture_url": "https://example.com/ada.png",
          "locale": "en-GB",
          "oauth_user_registration_id": "oauth-user-test-10000000-0000-4000-8000-000000000017"
        }
      ],
      "totps": [{ "totp_id": "totp-test-10000000-0000-4000-8000-000000000018", "verified": true }],
      "crypto_wallets": [
        {
          "crypto_wallet_id": "crypto-wallet-test-10000000-0000-4000-8000-000000000019",
          "crypto_wallet_address": "0x00000000000000000000000000000000000000aa",
          "crypto_wallet_type": "ethereum",
          "verified": true
        }
      ],
      "biometric_registrations": [
        {
          "biometric_registration_id": "biometric-registration-test-10000000-0000-4000-8000-000000000020",
          "verified": true
        }
      ],
      "name": { "first_name": "Ada", "middle_name": "", "last_name": "Lovelace" },
      "created_at": "2025-06-30T09:40:08Z",
      "password": { "password_id": "password-test-10000000-0000-4000-8000-000000000014", "requires_reset": false },
      "trusted_metadata": { "tier": "gold", "balance": 12345678901234567890.10 },
      "untrusted_metadata": { "theme": { "dark": true } }
    }
  }
}

1708 payloads/authenticate_2025.json
{
  "description": "An answer as of mid 2025: roles of the user, none of the session.",
  "source": "written for this project, after the published reference",
  "operation": "sessions.authenticate",
  "status": 200,
  "body": {
    "status_code": 200,
    "request_id": "request-id-test-10000000-0000-4000-8000-000000000343",
    "session": {
      "session_id": "session-test-10000000-0000-4000-8000-000000000342",
      "user_id": "user-test-10000000-0000-4000-8000-000000000341",
      "authentication_factors": [
        {
          "type": "password",
          "delivery_method": "knowledge",
          "last_authenticated_at": "2026-03-04T05:06:07Z",
          "created_at": "2026-03-04T05:06:08Z",
          "updated_at": "2026-03-04T05:06:07Z"
        }
      ],
      "started_at": "2026-03-04T05:06:07Z",
      "last_accessed_at": "2026-03-04T05:06:07Z",
      "expires_at": "2026-04-03T05:06:07Z",
      "attributes": { "ip_address": "", "user_agent": "" },
      "custom_claims": {}
    },
    "session_token": "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
    "session_jwt": "e30.e30.AA",
    "user": {
      "user_id": "user-test-10000000-0000-4000-8000-000000000341",
      "status": "active",
      "emails": [],
      "phone_numbers": [],
      "webauthn_registrations": [],
      "providers": [],
      "totps": [],
      "crypto_wallets": [],
      "biometric_registrations": [],
      "name": {},
      "created_at": "2026-03-04T05:06:07Z",
      "password": null,
      "trusted_metadata": {},
      "untrusted_metadata": {},
      "external_id": null,
      "is_locked": false,
      "lock_created_at": null,
      "lock_expires_at": null,
      "roles": ["stytch_user"]
    }
  }
}

1687 payloads/authenticate_by_jwt.json
{
  "description": "A session authenticated by its JWT: no token comes back.",
  "source": "written for this project, after the published reference",
  "operation": "sessions.authenticate",
  "status": 200,
  "body": {
    "status_code": 200,
    "request_id": "request-id-test-10000000-0000-4000-8000-000000000330",
    "session": {
      "session_id": "session-test-10000000-0000-4000-8000-000000000329",
      "user_id": "user-test-10000000-0000-4000-8000-000000000328",
      "authentication_factors": [
        {
          "type": "password",
          "delivery_method": "knowledge",
          "last_authenticated_at": "2026-03-04T05:06:07Z",
          "created_at": "2026-03-04T05:06:08Z",
          "updated_at": "2026-03-04T05:06:07Z"
        }
      ],
      "started_at": "2026-03-04T05:06:07Z",
      "last_accessed_at": "2026-03-04T05:06:07Z",
      "expires_at": "2026-04-03T05:06:07Z",
      "attributes": { "ip_address": "", "user_agent": "" },
      "custom_claims": {},
      "roles": ["stytch_user"]
    },
    "session_token": "",
    "session_jwt": "e30.e30.AA",
    "user": {
      "user_id": "user-test-10000000-0000-4000-8000-000000000328",
      "status": "active",
      "emails": [],
      "phone_numbers": [],
      "webauthn_registrations": [],
      "providers": [],
      "totps": [],
      "crypto_wallets": [],
      "biometric_registrations": [],
      "name": {},
      "created_at": "2026-03-04T05:06:07Z",
      "password": null,
      "trusted_metadata": {},
      "untrusted_metadata": {},
      "external_id": null,
      "is_locked": false,
      "lock_created_at": null,
      "lock_expires_at": null,
      "roles": ["stytch_user"]
    }
  }
}

1769 payloads/authenticate_refused_verdict.json
{
  "description": "A verdict that no role supports.",
  "source": "written for this project, after the published reference",
  "operation": "sessions.authenticate",
  "status": 200,
  "body": {
    "status_code": 200,
    "request_id": "request-id-test-10000000-0000-4000-8000-000000000336",
    "session": {
      "session_id": "session-test-10000000-0000-4000-8000-000000000335",
      "user_id": "user-test-10000000-0000-4000-8000-000000000334",
      "authentication_factors": [
        {
          "type": "password",
          "delivery_method": "knowledge",
          "last_authenticated_at": "2026-03-04T05:06:07Z",
          "created_at": "2026-03-04T05:06:08Z",
          "updated_at": "2026-03-04T05:06:07Z"
        }
      ],
      "started_at": "2026-03-04T05:06:07Z",
      "last_accessed_at": "2026-03-04T05:06:07Z",
      "expires_at": "2026-04-03T05:06:07Z",
      "attributes": { "ip_address": "", "user_agent": "" },
      "custom_claims": {},
      "roles": ["stytch_user"]
    },
    "session_token": "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
    "session_jwt": "e30.e30.AA",
    "user": {
      "user_id": "user-test-10000000-0000-4000-8000-000000000334",
      "status": "active",
      "emails": [],
      "phone_numbers": [],
      "webauthn_registrations": [],
      "providers": [],
      "totps": [],
      "crypto_wallets": [],
      "biometric_registrations": [],
      "name": {},
      "created_at": "2026-03-04T05:06:07Z",
      "password": null,
      "trusted_metadata": {},
      "untrusted_metadata": {},
      "external_id": null,
      "is_locked": false,
      "lock_created_at": null,
      "lock_expires_at": null,
      "roles": ["stytch_user"]
    },
    "verdict": { "authorized": false, "granting_roles": [] }
  }
}

1806 payloads/authenticate_verdict.json
{
  "description": "An allowed action, and the roles that allow it.",
  "source": "written for this project, after the published reference",
  "operation": "sessions.authenticate",
  "status": 200,
  "body": {
    "status_code": 200,
    "request_id": "request-id-test-10000000-0000-4000-8000-000000000333",
    "session": {
      "session_id": "session-test-10000000-0000-4000-8000-000000000332",
      "user_id": "user-test-10000000-0000-4000-8000-000000000331",
      "authentication_factors": [
        {
          "type": "password",
          "delivery_method": "knowledge",
          "last_authenticated_at": "2026-03-04T05:06:07Z",
          "created_at": "2026-03-04T05:06:08Z",
          "updated_at": "2026-03-04T05:06:07Z"
        }
      ],
      "started_at": "2026-03-04T05:06:07Z",
      "last_accessed_at": "2026-03-04T05:06:07Z",
      "expires_at": "2026-04-03T05:06:07Z",
      "attributes": { "ip_address": "", "user_agent": "" },
      "custom_claims": {},
      "roles": ["stytch_user"]
    },
    "session_token": "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
    "session_jwt": "e30.e30.AA",
    "user": {
      "user_id": "user-test-10000000-0000-4000-8000-000000000331",
      "status": "active",
      "emails": [],
      "phone_numbers": [],
      "webauthn_registrations": [],
      "providers": [],
      "totps": [],
      "crypto_wallets": [],
      "biometric_registrations": [],
      "name": {},
      "created_at": "2026-03-04T05:06:07Z",
      "password": null,
      "trusted_metadata": {},
      "untrusted_metadata": {},
      "external_id": null,
      "is_locked": false,
      "lock_created_at": null,
      "lock_expires_at": null,
      "roles": ["stytch_user"]
    },
    "verdict": { "authorized": true, "granting_roles": ["editor", "stytch_user"] }
  }
}

1749 payloads/authenticate_with_user_id.json
{
  "description": "A key at the top that only other calls have.",
  "source": "written for this project, after the published reference",
  "operation": "sessions.authenticate",
  "status": 200,
  "body": {
    "status_code": 200,
    "request_id": "request-id-test-10000000-0000-4000-8000-000000000346",
    "session": {
      "session_id": "session-test-10000000-0000-4000-8000-000000000345",
      "user_id": "user-test-10000000-0000-4000-8000-000000000344",
      "authentication_factors": [
        {
          "type": "password",
          "delivery_method": "knowledge",
          "last_authenticated_at": "2026-03-04T05:06:07Z",
          "created_at": "2026-03-04T05:06:08Z",
          "updated_at": "2026-03-04T05:06:07Z"
        }
      ],
      "started_at": "2026-03-04T05:06:07Z",
      "last_accessed_at": "2026-03-04T05:06:07Z",
      "expires_at": "2026-04-03T05:06:07Z",
      "attributes": { "ip_address": "", "user_agent": "" },
      "custom_claims": {},
      "roles": ["stytch_user"]
    },
    "session_token": "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
    "session_jwt": "e30.e30.AA",
    "user": {
      "user_id": "user-test-10000000-0000-4000-8000-000000000344",
      "status": "active",
      "emails": [],
      "phone_numbers": [],
      "webauthn_registrations": [],
      "providers": [],
      "totps": [],
      "crypto_wallets": [],
      "biometric_registrations": [],
      "name": {},
      "created_at": "2026-03-04T05:06:07Z",
      "password": null,
      "trusted_metadata": {},
      "untrusted_metadata": {},
      "external_id": null,
      "is_locked": false,
      "lock_created_at": null,
      "lock_expires_at": null,
      "roles": ["stytch_user"]
    },
    "user_id": "user-test-1"
  }
}

449 payloads/authenticate_without_user.json
{
  "description": "An answer without its user, and with a session that is null.",
  "source": "written for this project, after the published reference",
  "operation": "sessions.authenticate",
  "status": 200,
  "body": {
    "status_code": 200,
    "request_id": "request-id-test-10000000-0000-4000-8000-000000000349",
    "session": null,
    "session_token": "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
    "session_jwt": "e30.e30.AA"
  }
}

1777 payloads/broken.json
{
  "description": "Eight mistakes in one answer.",
  "source": "written for this project, after the published reference",
  "operation": "sessions.authenticate",
  "status": 200,
  "body": {
    "status_code": "200",
    "request_id": "request-id-test-10000000-0000-4000-8000-000000000142",
    "session": {
      "user_id": "user-test-10000000-0000-4000-8000-000000000138",
      "authentication_factors": [
        {
          "type": null,
          "delivery_method": "knowledge",
          "last_authenticated_at": "2025-06-30T09:40:08Z",
          "created_at": "2025-06-30T09:40:09Z",
          "updated_at": "2025-06-30T09:40:08Z"
        }
      ],
      "started_at": "2025-06-30T09:40:08",
      "last_accessed_at": "2025-06-30T09:45:08.935673Z",
      "expires_at": "2025-07-30T09:40:08.935673870Z",
      "attributes": { "ip_address": "203.0.113.7", "user_agent": "Browser/1.0" },
      "custom_claims": {},
      "roles": "stytch_user"
    },
    "session_token": "",
    "session_jwt": "",
    "user": {
      "user_id": "user-test-10000000-0000-4000-8000-000000000138",
      "emails": null,
      "phone_numbers": [],
      "webauthn_registrations": [],
      "providers": [],
      "totps": [{ "totp_id": 12, "verified": true }],
      "crypto_wallets": [],
      "biometric_registrations": [],
      "name": { "first_name": "Ada", "middle_name": "", "last_name": "Lovelace" },
      "created_at": "2025-06-30T09:40:08Z",
      "password": { "password_id": "password-test-10000000-0000-4000-8000-000000000140", "requires_reset": false },
      "trusted_metadata": {},
      "untrusted_metadata": {},
      "external_id": null,
      "is_locked": false,
      "lock_created_at": null,
      "lock_expires_at": null,
      "roles": ["stytch_user"]
    }
  }
}

1731 payloads/claims_null.json
{
  "description": "Claims that are null, as types of the browser SDK say.",
  "source": "written for this project, after the published reference",
  "operation": "sessions.authenticate",
  "status": 200,
  "body": {
    "status_code": 200,
    "request_id": "request-id-test-10000000-0000-4000-8000-000000000358",
    "session": {
      "session_id": "session-test-10000000-0000-4000-8000-000000000357",
      "user_id": "user-test-10000000-0000-4000-8000-000000000356",
      "authentication_factors": [
        {
          "type": "password",
          "delivery_method": "knowledge",
          "last_authenticated_at": "2026-03-04T05:06:07Z",
          "created_at": "2026-03-04T05:06:08Z",
          "updated_at": "2026-03-04T05:06:07Z"
        }
      ],
      "started_at": "2026-03-04T05:06:07Z",
      "last_accessed_at": "2026-03-04T05:06:07Z",
      "expires_at": "2026-04-03T05:06:07Z",
      "attributes": { "ip_address": "", "user_agent": "" },
      "custom_claims": null,
      "roles": ["stytch_user"]
    },
    "session_token": "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
    "session_jwt": "e30.e30.AA",
    "user": {
      "user_id": "user-test-10000000-0000-4000-8000-000000000356",
      "status": "active",
      "emails": [],
      "phone_numbers": [],
      "webauthn_registrations": [],
      "providers": [],
      "totps": [],
      "crypto_wallets": [],
      "biometric_registrations": [],
      "name": {},
      "created_at": "2026-03-04T05:06:07Z",
      "password": null,
      "trusted_metadata": {},
      "untrusted_metadata": {},
      "external_id": null,
      "is_locked": false,
      "lock_created_at": null,
      "lock_expires_at": null,
      "roles": ["stytch_user"]
    }
  }
}

2033 payloads/claims_of_all_kinds.json
{
  "description": "Custom claims of each kind of JSON, with numbers of many digits.",
  "source": "written for this project, after the published reference",
  "operation": "sessions.authenticate",
  "status": 200,
  "body": {
    "status_code": 200,
    "request_id": "request-id-test-10000000-0000-4000-8000-000000000352",
    "session": {
      "session_id": "session-test-10000000-0000-4000-8000-000000000351",
      "user_id": "user-test-10000000-0000-4000-8000-000000000350",
      "authentication_factors": [
        {
          "type": "password",
          "delivery_method": "knowledge",
          "last_authenticated_at": "2026-03-04T05:06:07Z",
          "created_at": "2026-03-04T05:06:08Z",
          "updated_at": "2026-03-04T05:06:07Z"
        }
      ],
      "started_at": "2026-03-04T05:06:07Z",
      "last_accessed_at": "2026-03-04T05:06:07Z",
      "expires_at": "2026-04-03T05:06:07Z",
      "attributes": { "ip_address": "", "user_agent": "" },
      "custom_claims": {
        "text": "blue",
        "empty": "",
        "none": null,
        "yes": true,
        "list": [1, "a", null, {}],
        "tree": { "a": { "b": { "c": [] } } },
        "big": 123456789012345678901234567890,
        "exact": 0.1000,
        "tiny": 1e-400,
        "minus": -0
      },
      "roles": ["stytch_user"]
    },
    "session_token": "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
    "session_jwt": "e30.e30.AA",
    "user": {
      "user_id": "user-test-10000000-0000-4000-8000-000000000350",
      "status": "active",
      "emails": [],
      "phone_numbers": [],
      "webauthn_registrations": [],
      "providers": [],
      "totps": [],
      "crypto_wallets": [],
      "biometric_registrations": [],
      "name": {},
      "created_at": "2026-03-04T05:06:07Z",
      "password": null,
      "trusted_metadata": {},
      "untrusted_metadata": {},
      "external_id": null,
      "is_locked": false,
      "lock_created_at": null,
      "lock_expires_at": null,
      "roles": ["stytch_user"]
    }
  }
}

1702 payloads/claims_of_text.json
{
  "description": "Claims that are a text.",
  "source": "written for this project, after the published reference",
  "operation": "sessions.authenticate",
  "status": 200,
  "body": {
    "status_code": 200,
    "request_id": "request-id-test-10000000-0000-4000-8000-000000000361",
    "session": {
      "session_id": "session-test-10000000-0000-4000-8000-000000000360",
      "user_id": "user-test-10000000-0000-4000-8000-000000000359",
      "authentication_factors": [
        {
          "type": "password",
          "delivery_method": "knowledge",
          "last_authenticated_at": "2026-03-04T05:06:07Z",
          "created_at": "2026-03-04T05:06:08Z",
          "updated_at": "2026-03-04T05:06:07Z"
        }
      ],
      "started_at": "2026-03-04T05:06:07Z",
      "last_accessed_at": "2026-03-04T05:06:07Z",
      "expires_at": "2026-04-03T05:06:07Z",
      "attributes": { "ip_address": "", "user_agent": "" },
      "custom_claims": "blue",
      "roles": ["stytch_user"]
    },
    "session_token": "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
    "session_jwt": "e30.e30.AA",
    "user": {
      "user_id": "user-test-10000000-0000-4000-8000-000000000359",
      "status": "active",
      "emails": [],
      "phone_numbers": [],
      "webauthn_registrations": [],
      "providers": [],
      "totps": [],
      "crypto_wallets": [],
      "biometric_registrations": [],
      "name": {},
      "created_at": "2026-03-04T05:06:07Z",
      "password": null,
      "trusted_metadata": {},
      "untrusted_metadata": {},
      "external_id": null,
      "is_locked": false,
      "lock_created_at": null,
      "lock_expires_at": null,
      "roles": ["stytch_user"]
    }
  }
}

865 payloads/claims_of_token.json
{
  "description": "The claims of a token of today.",
  "source": "written for this project, after the published reference",
  "model": "sessions.Claims",
  "body": {
    "aud": ["project-test-1"],
    "exp": 1772601067,
    "https://stytch.com/session": {
      "id": "session-test-10000000-0000-4000-8000-000000000462",
      "started_at": "2026-03-04T05:06:07Z",
      "last_accessed_at": "2026-03-04T05:06:07Z",
      "expires_at": "2026-04-03T05:06:07Z",
      "attributes": { "user_agent": "", "ip_address": "" },
      "authentication_factors": [
        { "type": "password", "delivery_method": "knowledge", "last_authenticated_at": "2026-03-04T05:06:07Z" }
      ],
      "roles": ["stytch_user"]
    },
    "iat": 1772600767,
    "iss": "stytch.com/project-test-1",
    "nbf": 1772600767,
    "sub": "user-test-10000000-0000-4000-8000-000000000463"
  }
}

852 payloads/claims_of_token_2022.json
{
  "description": "The claims of a token of 2022: no roles, an expires_at that is null.",
  "source": "written for this project, after the published reference",
  "model": "sessions.Claims",
  "body": {
    "aud": ["project-test-1"],
    "exp": 1772601067,
    "https://stytch.com/session": {
      "id": "session-test-10000000-0000-4000-8000-000000000464",
      "started_at": "2026-03-04T05:06:07Z",
      "last_accessed_at": "2026-03-04T05:06:07Z",
      "expires_at": null,
      "attributes": { "user_agent": "", "ip_address": "" },
      "authentication_factors": [
        { "type": "password", "delivery_method": "knowledge", "last_authenticated_at": "2026-03-04T05:06:07Z" }
      ]
    },
    "iat": 1772600767,
    "iss": "stytch.com/project-test-1",
    "nbf": 1772600767,
    "sub": "user-test-10000000-0000-4000-8000-000000000465"
  }
}

931 payloads/claims_of_token_custom_domain.json
{
  "description": "A token made through a custom domain, with an id and an audience of one text.",
  "source": "written for this project, after the published reference",
  "model": "sessions.Claims",
  "body": {
    "aud": "project-test-1",
    "exp": 1772601067,
    "https://stytch.com/session": {
      "id": "session-test-10000000-0000-4000-8000-000000000466",
      "started_at": "2026-03-04T05:06:07Z",
      "last_accessed_at": "2026-03-04T05:06:07Z",
      "expires_at": "2026-04-03T05:06:07Z",
      "attributes": { "user_agent": "", "ip_address": "" },
      "authentication_factors": [
        { "type": "password", "delivery_method": "knowledge", "last_authenticated_at": "2026-03-04T05:06:07Z" }
      ],
      "roles": ["stytch_user"]
    },
    "iat": 1772600767,
    "iss": "https://login.example.com",
    "nbf": 1772600767,
    "sub": "user-test-10000000-0000-4000-8000-000000000467",
    "jti": "token-1"
  }
}

1212 payloads/claims_of_token_factors.json
{
  "description": "A token whose factors have no created_at and an embedded link no object.",
  "source": "written for this project, after the published reference",
  "model": "sessions.Claims",
  "body": {
    "aud": ["project-test-1"],
    "exp": 1772601067,
    "https://stytch.com/session": {
      "id": "session-test-10000000-0000-4000-8000-000000000471",
      "started_at": "2026-03-04T05:06:07Z",
      "last_accessed_at": "2026-03-04T05:06:07Z",
      "expires_at": "2026-04-03T05:06:07Z",
      "attributes": { "user_agent": "", "ip_address": "" },
      "authentication_factors": [
        { "type": "magic_link", "delivery_method": "embedded", "last_authenticated_at": "2026-03-04T05:06:07Z" },
        {
          "type": "otp",
          "delivery_method": "email",
          "last_authenticated_at": "2026-03-04T05:06:07Z",
          "email_factor": {
            "email_id": "email-test-10000000-0000-4000-8000-000000000470",
            "email_address": "ada@example.com"
          }
        }
      ],
      "roles": ["stytch_user"]
    },
    "iat": 1772600767,
    "iss": "stytch.com/project-test-1",
    "nbf": 1772600767,
    "sub": "user-test-10000000-0000-4000-8000-000000000472"
  }
}

876 payloads/claims_of_token_fractions.json
{
  "description": "A token with fractions of seconds.",
  "source": "written for this project, after the published reference",
  "model": "sessions.Claims",
  "body": {
    "aud": ["project-test-1"],
    "exp": 1.772601067e9,
    "https://stytch.com/session": {
      "id": "session-test-10000000-0000-4000-8000-000000000473",
      "started_at": "2026-03-04T05:06:07Z",
      "last_accessed_at": "2026-03-04T05:06:07Z",
      "expires_at": "2026-04-03T05:06:07Z",
      "attributes": { "user_agent": "", "ip_address": "" },
      "authentication_factors": [
        { "type": "password", "delivery_method": "knowledge", "last_authenticated_at": "2026-03-04T05:06:07Z" }
      ],
      "roles": ["stytch_user"]
    },
    "iat": 1772600767.5,
    "iss": "stytch.com/project-test-1",
    "nbf": 1772600767.50,
    "sub": "user-test-10000000-0000-4000-8000-000000000474"
  }
}

1051 payloads/claims_of_token_with_claims.json
{
  "description": "Custom claims beside the registered ones: null, lists, trees, and those of a template.",
  "source": "written for this project, after the published reference",
  "model": "sessions.Claims",
  "body": {
    "aud": ["project-test-1"],
    "exp": 1772601067,
    "https://stytch.com/session": {
      "id": "session-test-10000000-0000-4000-8000-000000000468",
      "started_at": "2026-03-04T05:06:07Z",
      "last_accessed_at": "2026-03-04T05:06:07Z",
      "expires_at": "2026-04-03T05:06:07Z",
      "attributes": { "user_agent": "", "ip_address": "" },
      "authentication_factors": [
        { "type": "password", "delivery_method": "knowledge", "last_authenticated_at": "2026-03-04T05:06:07Z" }
      ],
      "roles": ["stytch_user"]
    },
    "iat": 1772600767,
    "iss": "stytch.com/project-test-1",
    "nbf": 1772600767,
    "sub": "user-test-10000000-0000-4000-8000-000000000469",
    "email": "ada@example.com",
    "role": "editor",
    "none": null,
    "list": [1, null],
    "tree": { "a": { "b": 1.50 } }
  }
}

477 payloads/claims_of_token_without_session.json
{
  "description": "A token with no session claim, and a Stytch claim that is not known.",
  "source": "written for this project, after the published reference",
  "model": "sessions.Claims",
  "body": {
    "aud": ["project-test-1"],
    "exp": 1772601067,
    "iat": 1772600767,
    "iss": "stytch.com/project-test-1",
    "nbf": 1772600767,
    "sub": "user-test-10000000-0000-4000-8000-000000000476",
    "https://stytch.com/organization": { "id": "organization-1" }
  }
}

1774 payloads/claims_of_two_accents.json
{
  "description": "Two keys that look alike: an accented letter, and a letter and its accent.",
  "source": "written for this project, after the published reference",
  "operation": "sessions.authenticate",
  "status": 200,
  "body": {
    "status_code": 200,
    "request_id": "request-id-test-10000000-0000-4000-8000-000000000355",
    "session": {
      "session_id": "session-test-10000000-0000-4000-8000-000000000354",
      "user_id": "user-test-10000000-0000-4000-8000-000000000353",
      "authentication_factors": [
        {
          "type": "password",
          "delivery_method": "knowledge",
          "last_authenticated_at": "2026-03-04T05:06:07Z",
          "created_at": "2026-03-04T05:06:08Z",
          "updated_at": "2026-03-04T05:06:07Z"
        }
      ],
      "started_at": "2026-03-04T05:06:07Z",
      "last_accessed_at": "2026-03-04T05:06:07Z",
      "expires_at": "2026-04-03T05:06:07Z",
      "attributes": { "ip_address": "", "user_agent": "" },
      "custom_claims": { "café": 1, "café": 2 },
      "roles": ["stytch_user"]
    },
    "session_token": "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
    "session_jwt": "e30.e30.AA",
    "user": {
      "user_id": "user-test-10000000-0000-4000-8000-000000000353",
      "status": "active",
      "emails": [],
      "phone_numbers": [],
      "webauthn_registrations": [],
      "providers": [],
      "totps": [],
      "crypto_wallets": [],
      "biometric_registrations": [],
      "name": {},
      "created_at": "2026-03-04T05:06:07Z",
      "password": null,
      "trusted_metadata": {},
      "untrusted_metadata": {},
      "external_id": null,
      "is_locked": false,
      "lock_created_at": null,
      "lock_expires_at": null,
      "roles": ["stytch_user"]
    }
  }
}

507 payloads/error.json
{
  "description": "An error of today, with details.",
  "source": "written for this project, after the published reference",
  "operation": "sessions.authenticate",
  "status": 404,
  "body": {
    "status_code": 404,
    "request_id": "request-id-test-10000000-0000-4000-8000-000000000051",
    "error_type": "session_not_found",
    "error_message": "Session could not be found.",
    "error_url": "https://stytch.com/docs/api/errors/404#session_not_found",
    "error_details": { "hint": "none" }
  }
}

451 payloads/error_400_bad_request.json
{
  "description": "A request that is not valid.",
  "source": "written for this project, after the published reference",
  "operation": "sessions.migrate",
  "status": 400,
  "body": {
    "status_code": 400,
    "request_id": "request-id-test-10000000-0000-4000-8000-000000000523",
    "error_type": "bad_request",
    "error_message": "The submitted request is invalid.",
    "error_url": "https://stytch.com/docs/api/errors/400#bad_request"
  }
}

555 payloads/error_400_deep_details.json
{
  "description": "Details of any shape.",
  "source": "written for this project, after the published reference",
  "operation": "sessions.exchange_access_token",
  "status": 400,
  "body": {
    "status_code": 400,
    "request_id": "request-id-test-10000000-0000-4000-8000-000000000537",
    "error_type": "oauth_access_token_exchange_token_too_old",
    "error_message": "The access token is too old.",
    "error_url": "https://stytch.com/docs/api/errors/400",
    "error_details": { "limits": [{ "minutes": 5 }], "age": 300.000, "why": null }
  }
}

503 payloads/error_400_duration.json
{
  "description": "A duration out of range.",
  "source": "written for this project, after the published reference",
  "operation": "sessions.authenticate",
  "status": 400,
  "body": {
    "status_code": 400,
    "request_id": "request-id-test-10000000-0000-4000-8000-000000000524",
    "error_type": "invalid_session_duration_minutes",
    "error_message": "session_duration_minutes is invalid, should be between 5 to 527040 minutes.",
    "error_url": "https://stytch.com/docs/api/errors/400"
  }
}

463 payloads/error_400_malformed_token.json
{
  "description": "A token that is not of the right form.",
  "source": "written for this project, after the published reference",
  "operation": "sessions.authenticate",
  "status": 400,
  "body": {
    "status_code": 400,
    "request_id": "request-id-test-10000000-0000-4000-8000-000000000521",
    "error_type": "invalid_session_token",
    "error_message": "Session token format is invalid.",
    "error_url": "https://stytch.com/docs/api/errors/400"
  }
}

502 payloads/error_400_old_factor.json
{
  "description": "A session too old to set a password by.",
  "source": "written for this project, after the published reference",
  "operation": "passwords.session.reset",
  "status": 400,
  "body": {
    "status_code": 400,
    "request_id": "request-id-test-10000000-0000-4000-8000-000000000526",
    "error_type": "session_too_old_to_reset_password",
    "error_message": "The provided session cannot be used to reset a password.",
    "error_url": "https://stytch.com/docs/api/errors/400"
  }
}

474 payloads/error_400_two_tokens.json
{
  "description": "Token and JWT together.",
  "source": "written for this project, after the published reference",
  "operation": "sessions.authenticate",
  "status": 400,
  "body": {
    "status_code": 400,
    "request_id": "request-id-test-10000000-0000-4000-8000-000000000522",
    "error_type": "too_many_session_arguments",
    "error_message": "Include at most one of session_token and session_jwt.",
    "error_url": "https://stytch.com/docs/api/errors/400"
  }
}

463 payloads/error_400_weak_password.json
{
  "description": "A password that is too weak.",
  "source": "written for this project, after the published reference",
  "operation": "passwords.session.reset",
  "status": 400,
  "body": {
    "status_code": 400,
    "request_id": "request-id-test-10000000-0000-4000-8000-000000000525",
    "error_type": "weak_password",
    "error_message": "password doesn't meet our strength requirements.",
    "error_url": "https://stytch.com/docs/api/errors/400"
  }
}

481 payloads/error_401_attribute_mismatch.json
{
  "description": "A session used from another address.",
  "source": "written for this project, after the published reference",
  "operation": "sessions.authenticate",
  "status": 401,
  "body": {
    "status_code": 401,
    "request_id": "request-id-test-10000000-0000-4000-8000-000000000528",
    "error_type": "attribute_mismatch",
    "error_message": "The attributes do not match.",
    "error_url": "https://stytch.com/docs/api/errors/401",
    "error_details": null
  }
}

442 payloads/error_401_credentials.json
{
  "description": "Credentials that are not good.",
  "source": "written for this project, after the published reference",
  "operation": "sessions.get",
  "status": 401,
  "body": {
    "status_code": 401,
    "request_id": "request-id-test-10000000-0000-4000-8000-000000000527",
    "error_type": "unauthorized_credentials",
    "error_message": "Unauthorized credentials.",
    "error_url": "https://stytch.com/docs/api/errors/401"
  }
}

585 payloads/error_403_not_allowed.json
{
  "description": "An action that no role allows.",
  "source": "written for this project, after the published reference",
  "operation": "sessions.authenticate",
  "status": 403,
  "body": {
    "status_code": 403,
    "request_id": "request-id-test-10000000-0000-4000-8000-000000000529",
    "error_type": "consumer_session_authorization_error",
    "error_message": "The User is not authorized to perform the requested action on that resource.",
    "error_url": "https://stytch.com/docs/api/errors/403",
    "error_details": { "resource_id": "documents", "action": "read" }
  }
}

431 payloads/error_403_use_https.json
{
  "description": "A request over plain HTTP.",
  "source": "written for this project, after the published reference",
  "operation": "sessions.get",
  "status": 403,
  "body": {
    "status_code": 403,
    "request_id": "request-id-test-10000000-0000-4000-8000-000000000530",
    "error_type": "use_https",
    "error_message": "Please use https instead of http.",
    "error_url": "https://stytch.com/docs/api/errors/403"
  }
}

462 payloads/error_404_revoked.json
{
  "description": "A session that was revoked.",
  "source": "written for this project, after the published reference",
  "operation": "sessions.revoke",
  "status": 404,
  "body": {
    "status_code": 404,
    "request_id": "request-id-test-10000000-0000-4000-8000-000000000532",
    "error_type": "session_not_found",
    "error_message": "Session could not be found.",
    "error_url": "https://stytch.com/docs/api/errors/404",
    "error_details": {}
  }
}

432 payloads/error_404_unknown_word.json
{
  "description": "An error type that no list has.",
  "source": "written for this project, after the published reference",
  "operation": "users.delete",
  "status": 404,
  "body": {
    "status_code": 404,
    "request_id": "request-id-test-10000000-0000-4000-8000-000000000536",
    "error_type": "moon_not_found",
    "error_message": "Moon could not be found.",
    "error_url": "https://stytch.com/docs/api/errors/404"
  }
}

463 payloads/error_404_user.json
{
  "description": "A user who is not there.",
  "source": "written for this project, after the published reference",
  "operation": "sessions.get",
  "status": 404,
  "body": {
    "status_code": 404,
    "request_id": "request-id-test-10000000-0000-4000-8000-000000000531",
    "error_type": "user_not_found",
    "error_message": "User could not be found.",
    "error_url": "https://stytch.com/docs/api-reference/consumer/api/errors/404#user_not_found"
  }
}

514 payloads/error_429_locked.json
{
  "description": "A user locked out.",
  "source": "written for this project, after the published reference",
  "operation": "passwords.authenticate",
  "status": 429,
  "body": {
    "status_code": 429,
    "request_id": "request-id-test-10000000-0000-4000-8000-000000000534",
    "error_type": "user_lock_limit_reached",
    "error_message": "The user has been locked out due to too many failed authentication attempts. Please try again later.",
    "error_url": "https://stytch.com/docs/api/errors/429"
  }
}

477 payloads/error_429_too_many.json
{
  "description": "Too many requests.",
  "source": "written for this project, after the published reference",
  "operation": "sessions.authenticate",
  "status": 429,
  "headers": { "retry-after": "1" },
  "body": {
    "status_code": 429,
    "request_id": "request-id-test-10000000-0000-4000-8000-000000000533",
    "error_type": "too_many_requests",
    "error_message": "Too many requests have been made.",
    "error_url": "https://stytch.com/docs/api/errors/429"
  }
}

483 payloads/error_500.json
{
  "description": "A fault of the server.",
  "source": "written for this project, after the published reference",
  "operation": "users.get",
  "status": 500,
  "body": {
    "status_code": 500,
    "request_id": "request-id-test-10000000-0000-4000-8000-000000000535",
    "error_type": "internal_server_error",
    "error_message": "Oops, something seems to have gone wrong, please reach out to support@stytch.com",
    "error_url": "https://stytch.com/docs/api/errors/500"
  }
}

188 payloads/error_empty.json
{
  "description": "An error without a body.",
  "source": "written for this project, after the published reference",
  "operation": "sessions.migrate",
  "status": 504,
  "rawBody": ""
}

458 payloads/error_oauth.json
{
  "description": "An error in the form of the OAuth endpoints.",
  "source": "written for this project, after the published reference",
  "operation": "sessions.exchange_access_token",
  "status": 400,
  "body": {
    "status_code": 400,
    "request_id": "request-id-test-10000000-0000-4000-8000-000000000541",
    "error": "invalid_grant",
    "error_description": "The token is expired.",
    "error_uri": "https://stytch.com/docs/api/errors/400"
  }
}

347 payloads/error_oauth_bare.json
{
  "description": "The OAuth form without words and address.",
  "source": "written for this project, after the published reference",
  "operation": "sessions.exchange_access_token",
  "status": 401,
  "body": {
    "status_code": 401,
    "request_id": "request-id-test-10000000-0000-4000-8000-000000000542",
    "error": "invalid_client"
  }
}

190 payloads/error_of_a_list.json
{
  "description": "An error body that is a list.",
  "source": "written for this project, after the published reference",
  "operation": "sessions.get",
  "status": 400,
  "body": ["no"]
}

234 payloads/error_of_neither_form.json
{
  "description": "An object that is no error of either form.",
  "source": "written for this project, after the published reference",
  "operation": "sessions.exchange_access_token",
  "status": 400,
  "body": { "message": "no" }
}

326 payloads/error_page.json
{
  "description": "A page of a proxy in front of the API.",
  "source": "written for this project, after the published reference",
  "operation": "sessions.get",
  "status": 502,
  "headers": { "content-type": "text/html" },
  "rawBody": "<html><head><title>502 Bad Gateway</title></head><body>Bad Gateway</body></html>\n"
}

449 payloads/error_status_of_its_own.json
{
  "description": "A body that tells another status than the answer.",
  "source": "written for this project, after the published reference",
  "operation": "sessions.attest",
  "status": 502,
  "body": {
    "status_code": 503,
    "request_id": "request-id-test-10000000-0000-4000-8000-000000000538",
    "error_type": "server_unavailable",
    "error_message": "Try again later.",
    "error_url": "https://stytch.com/docs/api/errors/502"
  }
}

242 payloads/error_text.json
{
  "description": "An error of one word.",
  "source": "written for this project, after the published reference",
  "operation": "sessions.revoke",
  "status": 503,
  "headers": { "content-type": "text/plain" },
  "rawBody": "unavailable"
}

469 payloads/error_with_more.json
{
  "description": "An error with a key that no SDK reads.",
  "source": "written for this project, after the published reference",
  "operation": "sessions.get",
  "status": 400,
  "body": {
    "status_code": 400,
    "request_id": "request-id-test-10000000-0000-4000-8000-000000000540",
    "error_type": "bad_request",
    "error_message": "The submitted request is invalid.",
    "error_url": "https://stytch.com/docs/api/errors/400",
    "retryable": false
  }
}

308 payloads/error_without_request_id.json
{
  "description": "An error that does not name its request, nor its page.",
  "source": "written for this project, after the published reference",
  "operation": "sessions.get",
  "status": 404,
  "body": { "status_code": 404, "error_type": "user_not_found", "error_message": "User could not be found." }
}

2155 payloads/exact_numbers.json
{
  "description": "Claims whose numbers fit no double.",
  "source": "written for this project, after the published reference",
  "operation": "sessions.authenticate",
  "status": 200,
  "body": {
    "status_code": 200,
    "request_id": "request-id-test-10000000-0000-4000-8000-000000000132",
    "session": {
      "session_id": "session-test-10000000-0000-4000-8000-000000000131",
      "user_id": "user-test-10000000-0000-4000-8000-000000000128",
      "authentication_factors": [
        {
          "type": "password",
          "delivery_method": "knowledge",
          "last_authenticated_at": "2025-06-30T09:40:08Z",
          "created_at": "2025-06-30T09:40:09Z",
          "updated_at": "2025-06-30T09:40:08Z"
        }
      ],
      "started_at": "2025-06-30T09:40:08Z",
      "last_accessed_at": "2025-06-30T09:45:08.935673Z",
      "expires_at": "2025-07-30T09:40:08.935673870Z",
      "attributes": { "ip_address": "203.0.113.7", "user_agent": "Browser/1.0" },
      "custom_claims": {
        "big": 9007199254740993,
        "exact": 0.10,
        "tiny": 1e-400,
        "deep": [{ "n": 12345678901234567890123 }]
      },
      "roles": ["stytch_user"]
    },
    "session_token": "",
    "session_jwt": "",
    "user": {
      "user_id": "user-test-10000000-0000-4000-8000-000000000128",
      "status": "active",
      "emails": [
        {
          "email_id": "email-test-10000000-0000-4000-8000-000000000129",
          "email": "ada@example.com",
          "verified": true
        }
      ],
      "phone_numbers": [],
      "webauthn_registrations": [],
      "providers": [],
      "totps": [],
      "crypto_wallets": [],
      "biometric_registrations": [],
      "name": { "first_name": "Ada", "middle_name": "", "last_name": "Lovelace" },
      "created_at": "2025-06-30T09:40:08Z",
      "password": { "password_id": "password-test-10000000-0000-4000-8000-000000000130", "requires_reset": false },
      "trusted_metadata": {},
      "untrusted_metadata": {},
      "external_id": null,
      "is_locked": false,
      "lock_created_at": null,
      "lock_expires_at": null,
      "roles": ["stytch_user"]
    }
  }
}

2103 payloads/exchange_access_token.json
{
  "description": "An access token of a connected app, exchanged for a session.",
  "source": "written for this project, after the published reference",
  "operation": "sessions.exchange_access_token",
  "status": 200,
  "body": {
    "status_code": 200,
    "request_id": "request-id-test-10000000-0000-4000-8000-000000000416",
    "user_id": "user-test-10000000-0000-4000-8000-000000000413",
    "user": {
      "user_id": "user-test-10000000-0000-4000-8000-000000000413",
      "status": "active",
      "emails": [
        {
          "email_id": "email-test-10000000-0000-4000-8000-000000000414",
          "email": "ada@example.com",
          "verified": true
        }
      ],
      "phone_numbers": [],
      "webauthn_registrations": [],
      "providers": [],
      "totps": [],
      "crypto_wallets": [],
      "biometric_registrations": [],
      "name": {},
      "created_at": "2026-03-04T05:06:07Z",
      "password": null,
      "trusted_metadata": {},
      "untrusted_metadata": {},
      "external_id": null,
      "is_locked": false,
      "lock_created_at": null,
      "lock_expires_at": null,
      "roles": ["stytch_user"]
    },
    "session": {
      "session_id": "session-test-10000000-0000-4000-8000-000000000415",
      "user_id": "user-test-10000000-0000-4000-8000-000000000413",
      "authentication_factors": [
        {
          "type": "oauth",
          "delivery_method": "oauth_access_token_exchange",
          "last_authenticated_at": "2026-03-04T05:06:07Z",
          "created_at": "2026-03-04T05:06:08Z",
          "updated_at": "2026-03-04T05:06:07Z",
          "oauth_access_token_exchange_factor": { "client_id": "connected-app-test-1" }
        }
      ],
      "started_at": "2026-03-04T05:06:07Z",
      "last_accessed_at": "2026-03-04T05:06:07Z",
      "expires_at": "2026-04-03T05:06:07Z",
      "attributes": { "ip_address": "", "user_agent": "" },
      "custom_claims": {},
      "roles": ["stytch_user"]
    },
    "session_token": "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
    "session_jwt": "e30.e30.AA",
    "user_device": null
  }
}

1205 payloads/exchange_without_session.json
{
  "description": "An exchange that made no session.",
  "source": "written for this project, after the published reference",
  "operation": "sessions.exchange_access_token",
  "status": 200,
  "body": {
    "status_code": 200,
    "request_id": "request-id-test-10000000-0000-4000-8000-000000000419",
    "user_id": "user-test-10000000-0000-4000-8000-000000000417",
    "user": {
      "user_id": "user-test-10000000-0000-4000-8000-000000000417",
      "status": "active",
      "emails": [
        {
          "email_id": "email-test-10000000-0000-4000-8000-000000000418",
          "email": "ada@example.com",
          "verified": true
        }
      ],
      "phone_numbers": [],
      "webauthn_registrations": [],
      "providers": [],
      "totps": [],
      "crypto_wallets": [],
      "biometric_registrations": [],
      "name": {},
      "created_at": "2026-03-04T05:06:07Z",
      "password": null,
      "trusted_metadata": {},
      "untrusted_metadata": {},
      "external_id": null,
      "is_locked": false,
      "lock_created_at": null,
      "lock_expires_at": null,
      "roles": ["stytch_user"]
    },
    "session": null,
    "session_token": "",
    "session_jwt": ""
  }
}

1424 payloads/factor_gitlab_twice.json
{
  "description": "A GitLab factor under both spellings of its key.",
  "source": "written for this project, after the published reference",
  "operation": "sessions.get",
  "status": 200,
  "body": {
    "status_code": 200,
    "request_id": "request-id-test-10000000-0000-4000-8000-000000000304",
    "sessions": [
      {
        "session_id": "session-test-10000000-0000-4000-8000-000000000303",
        "user_id": "user-test-10000000-0000-4000-8000-000000000302",
        "authentication_factors": [
          {
            "type": "oauth",
            "delivery_method": "oauth_gitlab",
            "last_authenticated_at": "2026-03-04T05:06:07Z",
            "created_at": "2026-03-04T05:06:08Z",
            "updated_at": "2026-03-04T05:06:07Z",
            "gitlab_oauth_factor": {
              "id": "oauth-user-test-10000000-0000-4000-8000-000000000301",
              "provider_subject": "gitlab-subject"
            },
            "git_lab_oauth_factor": {
              "id": "oauth-user-test-10000000-0000-4000-8000-000000000301",
              "provider_subject": "gitlab-subject"
            }
          }
        ],
        "started_at": "2026-03-04T05:06:07Z",
        "last_accessed_at": "2026-03-04T05:06:07Z",
        "expires_at": "2026-04-03T05:06:07Z",
        "attributes": { "ip_address": "", "user_agent": "" },
        "custom_claims": {},
        "roles": ["stytch_user"]
      }
    ]
  }
}

1436 payloads/factor_linkedin_twice.json
{
  "description": "A LinkedIn factor under both spellings of its key.",
  "source": "written for this project, after the published reference",
  "operation": "sessions.get",
  "status": 200,
  "body": {
    "status_code": 200,
    "request_id": "request-id-test-10000000-0000-4000-8000-000000000308",
    "sessions": [
      {
        "session_id": "session-test-10000000-0000-4000-8000-000000000307",
        "user_id": "user-test-10000000-0000-4000-8000-000000000306",
        "authentication_factors": [
          {
            "type": "oauth",
            "delivery_method": "oauth_linkedin",
            "last_authenticated_at": "2026-03-04T05:06:07Z",
            "created_at": "2026-03-04T05:06:08Z",
            "updated_at": "2026-03-04T05:06:07Z",
            "linkedin_oauth_factor": {
              "id": "oauth-user-test-10000000-0000-4000-8000-000000000305",
              "provider_subject": "linkedin-subject"
            },
            "linked_in_oauth_factor": {
              "id": "oauth-user-test-10000000-0000-4000-8000-000000000305",
              "provider_subject": "linkedin-subject"
            }
          }
        ],
        "started_at": "2026-03-04T05:06:07Z",
        "last_accessed_at": "2026-03-04T05:06:07Z",
        "expires_at": "2026-04-03T05:06:07Z",
        "attributes": { "ip_address": "", "user_agent": "" },
        "custom_claims": {},
        "roles": ["stytch_user"]
      }
    ]
  }
}

1138 payloads/factor_object_incomplete.json
{
  "description": "An OAuth object without the provider's subject, with an id that is null.",
  "source": "written for this project, after the published reference",
  "operation": "sessions.get",
  "status": 200,
  "body": {
    "status_code": 200,
    "request_id": "request-id-test-10000000-0000-4000-8000-000000000324",
    "sessions": [
      {
        "session_id": "session-test-10000000-0000-4000-8000-000000000323",
        "user_id": "user-test-10000000-0000-4000-8000-000000000322",
        "authentication_factors": [
          {
            "type": "oauth",
            "delivery_method": "oauth_apple",
            "last_authenticated_at": "2026-03-04T05:06:07Z",
            "created_at": "2026-03-04T05:06:08Z",
            "updated_at": "2026-03-04T05:06:07Z",
            "apple_oauth_factor": { "id": null }
          }
        ],
        "started_at": "2026-03-04T05:06:07Z",
        "last_accessed_at": "2026-03-04T05:06:07Z",
        "expires_at": "2026-04-03T05:06:07Z",
        "attributes": { "ip_address": "", "user_agent": "" },
        "custom_claims": {},
        "roles": ["stytch_user"]
      }
    ]
  }
}

1096 payloads/factor_object_of_text.json
{
  "description": "An object that is a text.",
  "source": "written for this project, after the published reference",
  "operation": "sessions.get",
  "status": 200,
  "body": {
    "status_code": 200,
    "request_id": "request-id-test-10000000-0000-4000-8000-000000000327",
    "sessions": [
      {
        "session_id": "session-test-10000000-0000-4000-8000-000000000326",
        "user_id": "user-test-10000000-0000-4000-8000-000000000325",
        "authentication_factors": [
          {
            "type": "totp",
            "delivery_method": "authenticator_app",
            "last_authenticated_at": "2026-03-04T05:06:07Z",
            "created_at": "2026-03-04T05:06:08Z",
            "updated_at": "2026-03-04T05:06:07Z",
            "authenticator_app_factor": "totp-1"
          }
        ],
        "started_at": "2026-03-04T05:06:07Z",
        "last_accessed_at": "2026-03-04T05:06:07Z",
        "expires_at": "2026-04-03T05:06:07Z",
        "attributes": { "ip_address": "", "user_agent": "" },
        "custom_claims": {},
        "roles": ["stytch_user"]
      }
    ]
  }
}

1229 payloads/factor_phone_misnamed.json
{
  "description": "A phone factor under the name that one SDK reads.",
  "source": "written for this project, after the published reference",
  "operation": "sessions.get",
  "status": 200,
  "body": {
    "status_code": 200,
    "request_id": "request-id-test-10000000-0000-4000-8000-000000000321",
    "sessions": [
      {
        "session_id": "session-test-10000000-0000-4000-8000-000000000320",
        "user_id": "user-test-10000000-0000-4000-8000-000000000319",
        "authentication_factors": [
          {
            "type": "otp",
            "delivery_method": "sms",
            "last_authenticated_at": "2026-03-04T05:06:07Z",
            "created_at": "2026-03-04T05:06:08Z",
            "updated_at": "2026-03-04T05:06:07Z",
            "phone_factor": {
              "phone_id": "phone-number-test-10000000-0000-4000-8000-000000000318",
              "phone_number": "+15005550006"
            }
          }
        ],
        "started_at": "2026-03-04T05:06:07Z",
        "last_accessed_at": "2026-03-04T05:06:07Z",
        "expires_at": "2026-04-03T05:06:07Z",
        "attributes": { "ip_address": "", "user_agent": "" },
        "custom_claims": {},
        "roles": ["stytch_user"]
      }
    ]
  }
}

1424 payloads/factor_tiktok_twice.json
{
  "description": "A TikTok factor under both spellings of its key.",
  "source": "written for this project, after the published reference",
  "operation": "sessions.get",
  "status": 200,
  "body": {
    "status_code": 200,
    "request_id": "request-id-test-10000000-0000-4000-8000-000000000312",
    "sessions": [
      {
        "session_id": "session-test-10000000-0000-4000-8000-000000000311",
        "user_id": "user-test-10000000-0000-4000-8000-000000000310",
        "authentication_factors": [
          {
            "type": "oauth",
            "delivery_method": "oauth_tiktok",
            "last_authenticated_at": "2026-03-04T05:06:07Z",
            "created_at": "2026-03-04T05:06:08Z",
            "updated_at": "2026-03-04T05:06:07Z",
            "tiktok_oauth_factor": {
              "id": "oauth-user-test-10000000-0000-4000-8000-000000000309",
              "provider_subject": "tiktok-subject"
            },
            "tik_tok_oauth_factor": {
              "id": "oauth-user-test-10000000-0000-4000-8000-000000000309",
              "provider_subject": "tiktok-subject"
            }
          }
        ],
        "started_at": "2026-03-04T05:06:07Z",
        "last_accessed_at": "2026-03-04T05:06:07Z",
        "expires_at": "2026-04-03T05:06:07Z",
        "attributes": { "ip_address": "", "user_agent": "" },
        "custom_claims": {},
        "roles": ["stytch_user"]
      }
    ]
  }
}

1411 payloads/factor_two_objects.json
{
  "description": "A factor that breaks the rule of one object.",
  "source": "written for this project, after the published reference",
  "operation": "sessions.get",
  "status": 200,
  "body": {
    "status_code": 200,
    "request_id": "request-id-test-10000000-0000-4000-8000-000000000317",
    "sessions": [
      {
        "session_id": "session-test-10000000-0000-4000-8000-000000000316",
        "user_id": "user-test-10000000-0000-4000-8000-000000000315",
        "authentication_factors": [
          {
            "type": "oauth",
            "delivery_method": "oauth_google",
            "last_authenticated_at": "2026-03-04T05:06:07Z",
            "created_at": "2026-03-04T05:06:08Z",
            "updated_at": "2026-03-04T05:06:07Z",
            "google_oauth_factor": {
              "id": "oauth-user-test-10000000-0000-4000-8000-000000000313",
              "provider_subject": "google-subject"
            },
            "email_factor": {
              "email_id": "email-test-10000000-0000-4000-8000-000000000314",
              "email_address": "ada@example.com"
            }
          }
        ],
        "started_at": "2026-03-04T05:06:07Z",
        "last_accessed_at": "2026-03-04T05:06:07Z",
        "expires_at": "2026-04-03T05:06:07Z",
        "attributes": { "ip_address": "", "user_agent": "" },
        "custom_claims": {},
        "roles": ["stytch_user"]
      }
    ]
  }
}

2517 payloads/factors_devices.json
{
  "description": "A passkey, an authenticator app, a recovery code, a device key.",
  "source": "written for this project, after the published reference",
  "operation": "sessions.get",
  "status": 200,
  "body": {
    "status_code": 200,
    "request_id": "request-id-test-10000000-0000-4000-8000-000000000218",
    "sessions": [
      {
        "session_id": "session-test-10000000-0000-4000-8000-000000000217",
        "user_id": "user-test-10000000-0000-4000-8000-000000000216",
        "authentication_factors": [
          {
            "type": "webauthn",
            "delivery_method": "webauthn_registration",
            "last_authenticated_at": "2026-03-04T05:06:07Z",
            "created_at": "2026-03-04T05:06:08Z",
            "updated_at": "2026-03-04T05:06:07Z",
            "webauthn_factor": {
              "webauthn_registration_id": "webauthn-registration-test-10000000-0000-4000-8000-000000000212",
              "domain": "example.com",
              "user_agent": "Browser/1.0"
            }
          },
          {
            "type": "totp",
            "delivery_method": "authenticator_app",
            "last_authenticated_at": "2026-03-04T05:06:07Z",
            "created_at": "2026-03-04T05:06:08Z",
            "updated_at": "2026-03-04T05:06:07Z",
            "authenticator_app_factor": { "totp_id": "totp-test-10000000-0000-4000-8000-000000000213" }
          },
          {
            "type": "recovery_codes",
            "delivery_method": "recovery_code",
            "last_authenticated_at": "2026-03-04T05:06:07Z",
            "created_at": "2026-03-04T05:06:08Z",
            "updated_at": "2026-03-04T05:06:07Z",
            "recovery_code_factor": { "totp_recovery_code_id": "totp-test-10000000-0000-4000-8000-000000000214" }
          },
          {
            "type": "signature_challenge",
            "delivery_method": "biometric",
            "last_authenticated_at": "2026-03-04T05:06:07Z",
            "created_at": "2026-03-04T05:06:08Z",
            "updated_at": "2026-03-04T05:06:07Z",
            "biometric_factor": {
              "biometric_registration_id": "biometric-registration-test-10000000-0000-4000-8000-000000000215"
            }
          }
        ],
        "started_at": "2026-03-04T05:06:07Z",
        "last_accessed_at": "2026-03-04T05:06:07Z",
        "expires_at": "2026-04-03T05:06:07Z",
        "attributes": { "ip_address": "", "user_agent": "" },
        "custom_claims": {},
        "roles": ["stytch_user"]
      }
    ]
  }
}

2114 payloads/factors_email.json
{
  "description": "Links and passcodes by e-mail, as type otp and as it is named since v15.9.1.",
  "source": "written for this project, after the published reference",
  "operation": "sessions.get",
  "status": 200,
  "body": {
    "status_code": 200,
    "request_id": "request-id-test-10000000-0000-4000-8000-000000000206",
    "sessions": [
      {
        "session_id": "session-test-10000000-0000-4000-8000-000000000205",
        "user_id": "user-test-10000000-0000-4000-8000-000000000204",
        "authentication_factors": [
          {
            "type": "magic_link",
            "delivery_method": "email",
            "last_authenticated_at": "2026-03-04T05:06:07Z",
            "created_at": "2026-03-04T05:06:08Z",
            "updated_at": "2026-03-04T05:06:07Z",
            "email_factor": {
              "email_id": "email-test-10000000-0000-4000-8000-000000000201",
              "email_address": "ada@example.com"
            }
          },
          {
            "type": "otp",
            "delivery_method": "email",
            "last_authenticated_at": "2026-03-04T05:06:07Z",
            "created_at": "2026-03-04T05:06:08Z",
            "updated_at": "2026-03-04T05:06:07Z",
            "email_factor": {
              "email_id": "email-test-10000000-0000-4000-8000-000000000202",
              "email_address": "ada@example.com"
            }
          },
          {
            "type": "email_otp",
            "delivery_method": "email",
            "last_authenticated_at": "2026-03-04T05:06:07Z",
            "created_at": "2026-03-04T05:06:08Z",
            "updated_at": "2026-03-04T05:06:07Z",
            "email_factor": {
              "email_id": "email-test-10000000-0000-4000-8000-000000000203",
              "email_address": "ada@example.com"
            }
          }
        ],
        "started_at": "2026-03-04T05:06:07Z",
        "last_accessed_at": "2026-03-04T05:06:07Z",
        "expires_at": "2026-04-03T05:06:07Z",
        "attributes": { "ip_address": "", "user_agent": "" },
        "custom_claims": {},
        "roles": ["stytch_user"]
      }
    ]
  }
}

1440 payloads/factors_embedded.json
{
  "description": "An embedded magic link with its object, and one without, as seen in tokens of 2026.",
  "source": "written for this project, after the published reference",
  "operation": "sessions.get",
  "status": 200,
  "body": {
    "status_code": 200,
    "request_id": "request-id-test-10000000-0000-4000-8000-000000000229",
    "sessions": [
      {
        "session_id": "session-test-10000000-0000-4000-8000-000000000228",
        "user_id": "user-test-10000000-0000-4000-8000-000000000227",
        "authentication_factors": [
          {
            "type": "magic_link",
            "delivery_method": "embedded",
            "last_authenticated_at": "2026-03-04T05:06:07Z",
            "created_at": "2026-03-04T05:06:08Z",
            "updated_at": "2026-03-04T05:06:07Z",
            "embeddable_magic_link_factor": { "embedded_id": "embedded-1" }
          },
          {
            "type": "magic_link",
            "delivery_method": "embedded",
            "last_authenticated_at": "2026-03-04T05:06:07Z",
            "created_at": "2026-03-04T05:06:08Z",
            "updated_at": "2026-03-04T05:06:07Z"
          }
        ],
        "started_at": "2026-03-04T05:06:07Z",
        "last_accessed_at": "2026-03-04T05:06:07Z",
        "expires_at": "2026-04-03T05:06:07Z",
        "attributes": { "ip_address": "", "user_agent": "" },
        "custom_claims": {},
        "roles": ["stytch_user"]
      }
    ]
  }
}

2319 payloads/factors_exchange.json
{
  "description": "Exchanged tokens of all four providers.",
  "source": "written for this project, after the published reference",
  "operation": "sessions.get",
  "status": 200,
  "body": {
    "status_code": 200,
    "request_id": "request-id-test-10000000-0000-4000-8000-000000000294",
    "sessions": [
      {
        "session_id": "session-test-10000000-0000-4000-8000-000000000293",
        "user_id": "user-test-10000000-0000-4000-8000-000000000292",
        "authentication_factors": [
          {
            "type": "oauth",
            "delivery_method": "oauth_exchange_slack",
            "last_authenticated_at": "2026-03-04T05:06:07Z",
            "created_at": "2026-03-04T05:06:08Z",
            "updated_at": "2026-03-04T05:06:07Z",
            "slack_oauth_exchange_factor": { "email_id": "email-test-10000000-0000-4000-8000-000000000288" }
          },
          {
            "type": "oauth",
            "delivery_method": "oauth_exchange_hubspot",
            "last_authenticated_at": "2026-03-04T05:06:07Z",
            "created_at": "2026-03-04T05:06:08Z",
            "updated_at": "2026-03-04T05:06:07Z",
            "hubspot_oauth_exchange_factor": { "email_id": "email-test-10000000-0000-4000-8000-000000000289" }
          },
          {
            "type": "oauth",
            "delivery_method": "oauth_exchange_github",
            "last_authenticated_at": "2026-03-04T05:06:07Z",
            "created_at": "2026-03-04T05:06:08Z",
            "updated_at": "2026-03-04T05:06:07Z",
            "github_oauth_exchange_factor": { "email_id": "email-test-10000000-0000-4000-8000-000000000290" }
          },
          {
            "type": "oauth",
            "delivery_method": "oauth_exchange_google",
            "last_authenticated_at": "2026-03-04T05:06:07Z",
            "created_at": "2026-03-04T05:06:08Z",
            "updated_at": "2026-03-04T05:06:07Z",
            "google_oauth_exchange_factor": { "email_id": "email-test-10000000-0000-4000-8000-000000000291" }
          }
        ],
        "started_at": "2026-03-04T05:06:07Z",
        "last_accessed_at": "2026-03-04T05:06:07Z",
        "expires_at": "2026-04-03T05:06:07Z",
        "attributes": { "ip_address": "", "user_agent": "" },
        "custom_claims": {},
        "roles": ["stytch_user"]
      }
    ]
  }
}

1204 payloads/factors_impersonated.json
{
  "description": "A session in which someone of the project acts as the user.",
  "source": "written for this project, after the published reference",
  "operation": "sessions.get",
  "status": 200,
  "body": {
    "status_code": 200,
    "request_id": "request-id-test-10000000-0000-4000-8000-000000000297",
    "sessions": [
      {
        "session_id": "session-test-10000000-0000-4000-8000-000000000296",
        "user_id": "user-test-10000000-0000-4000-8000-000000000295",
        "authentication_factors": [
          {
            "type": "impersonated",
            "delivery_method": "impersonation",
            "last_authenticated_at": "2026-03-04T05:06:07Z",
            "created_at": "2026-03-04T05:06:08Z",
            "updated_at": "2026-03-04T05:06:07Z",
            "impersonated_factor": { "impersonator_id": "member-1", "impersonator_email_address": "help@example.com" }
          }
        ],
        "started_at": "2026-03-04T05:06:07Z",
        "last_accessed_at": "2026-03-04T05:06:07Z",
        "expires_at": "2026-04-03T05:06:07Z",
        "attributes": { "ip_address": "", "user_agent": "" },
        "custom_claims": {},
        "roles": ["stytch_user"]
      }
    ]
  }
}

1745 payloads/factors_oauth_chat.json
{
  "description": "Accounts with Discord and Slack.",
  "source": "written for this project, after the published reference",
  "operation": "sessions.get",
  "status": 200,
  "body": {
    "status_code": 200,
    "request_id": "request-id-test-10000000-0000-4000-8000-000000000275",
    "sessions": [
      {
        "session_id": "session-test-10000000-0000-4000-8000-000000000274",
        "user_id": "user-test-10000000-0000-4000-8000-000000000273",
        "authentication_factors": [
          {
            "type": "oauth",
            "delivery_method": "oauth_discord",
            "last_authenticated_at": "2026-03-04T05:06:07Z",
            "created_at": "2026-03-04T05:06:08Z",
            "updated_at": "2026-03-04T05:06:07Z",
            "discord_oauth_factor": {
              "id": "oauth-user-test-10000000-0000-4000-8000-000000000270",
              "provider_subject": "discord-subject"
            }
          },
          {
            "type": "oauth",
            "delivery_method": "oauth_slack",
            "last_authenticated_at": "2026-03-04T05:06:07Z",
            "created_at": "2026-03-04T05:06:08Z",
            "updated_at": "2026-03-04T05:06:07Z",
            "slack_oauth_factor": {
              "id": "oauth-user-test-10000000-0000-4000-8000-000000000271",
              "provider_subject": "slack-subject",
              "email_id": "email-test-10000000-0000-4000-8000-000000000272"
            }
          }
        ],
        "started_at": "2026-03-04T05:06:07Z",
        "last_accessed_at": "2026-03-04T05:06:07Z",
        "expires_at": "2026-04-03T05:06:07Z",
        "attributes": { "ip_address": "", "user_agent": "" },
        "custom_claims": {},
        "roles": ["stytch_user"]
      }
    ]
  }
}

2650 payloads/factors_oauth_code.json
{
  "description": "Accounts with GitHub, Bitbucket, GitLab and Figma.",
  "source": "written for this project, after the published reference",
  "operation": "sessions.get",
  "status": 200,
  "body": {
    "status_code": 200,
    "request_id": "request-id-test-10000000-0000-4000-8000-000000000245",
    "sessions": [
      {
        "session_id": "session-test-10000000-0000-4000-8000-000000000244",
        "user_id": "user-test-10000000-0000-4000-8000-000000000243",
        "authentication_factors": [
          {
            "type": "oauth",
            "delivery_method": "oauth_github",
            "last_authenticated_at": "2026-03-04T05:06:07Z",
            "created_at": "2026-03-04T05:06:08Z",
            "updated_at": "2026-03-04T05:06:07Z",
            "github_oauth_factor": {
              "id": "oauth-user-test-10000000-0000-4000-8000-000000000238",
              "provider_subject": "github-subject",
              "email_id": "email-test-10000000-0000-4000-8000-000000000239"
            }
          },
          {
            "type": "oauth",
            "delivery_method": "oauth_bitbucket",
            "last_authenticated_at": "2026-03-04T05:06:07Z",
            "created_at": "2026-03-04T05:06:08Z",
            "updated_at": "2026-03-04T05:06:07Z",
            "bitbucket_oauth_factor": {
              "id": "oauth-user-test-10000000-0000-4000-8000-000000000240",
              "provider_subject": "bitbucket-subject"
            }
          },
          {
            "type": "oauth",
            "delivery_method": "oauth_gitlab",
            "last_authenticated_at": "2026-03-04T05:06:07Z",
            "created_at": "2026-03-04T05:06:08Z",
            "updated_at": "2026-03-04T05:06:07Z",
            "git_lab_oauth_factor": {
              "id": "oauth-user-test-10000000-0000-4000-8000-000000000241",
              "provider_subject": "gitlab-subject"
            }
          },
          {
            "type": "oauth",
            "delivery_method": "oauth_figma",
            "last_authenticated_at": "2026-03-04T05:06:07Z",
            "created_at": "2026-03-04T05:06:08Z",
            "updated_at": "2026-03-04T05:06:07Z",
            "figma_oauth_factor": {
              "id": "oauth-user-test-10000000-0000-4000-8000-000000000242",
              "provider_subject": "figma-subject"
            }
          }
        ],
        "started_at": "2026-03-04T05:06:07Z",
        "last_accessed_at": "2026-03-04T05:06:07Z",
        "expires_at": "2026-04-03T05:06:07Z",
        "attributes": { "ip_address": "", "user_agent": "" },
        "custom_claims": {},
        "roles": ["stytch_user"]
      }
    ]
  }
}

2278 payloads/factors_oauth_large.json
{
  "description": "Accounts with Google, Microsoft and Apple.",
  "source": "written for this project, after the published reference",
  "operation": "sessions.get",
  "status": 200,
  "body": {
    "status_code": 200,
    "request_id": "request-id-test-10000000-0000-4000-8000-000000000237",
    "sessions": [
      {
        "session_id": "session-test-10000000-0000-4000-8000-000000000236",
        "user_id": "user-test-10000000-0000-4000-8000-000000000235",
        "authentication_factors": [
          {
            "type": "oauth",
            "delivery_method": "oauth_google",
            "last_authenticated_at": "2026-03-04T05:06:07Z",
            "created_at": "2026-03-04T05:06:08Z",
            "updated_at": "2026-03-04T05:06:07Z",
            "google_oauth_factor": {
              "id": "oauth-user-test-10000000-0000-4000-8000-000000000230",
              "provider_subject": "google-subject"
            }
          },
          {
            "type": "oauth",
            "delivery_method": "oauth_microsoft",
            "last_authenticated_at": "2026-03-04T05:06:07Z",
            "created_at": "2026-03-04T05:06:08Z",
            "updated_at": "2026-03-04T05:06:07Z",
            "microsoft_oauth_factor": {
              "id": "oauth-user-test-10000000-0000-4000-8000-000000000231",
              "provider_subject": "microsoft-subject",
              "email_id": "email-test-10000000-0000-4000-8000-000000000232"
            }
          },
          {
            "type": "oauth",
            "delivery_method": "oauth_apple",
            "last_authenticated_at": "2026-03-04T05:06:07Z",
            "created_at": "2026-03-04T05:06:08Z",
            "updated_at": "2026-03-04T05:06:07Z",
            "apple_oauth_factor": {
              "id": "oauth-user-test-10000000-0000-4000-8000-000000000233",
              "provider_subject": "apple-subject",
              "email_id": "email-test-10000000-0000-4000-8000-000000000234"
            }
          }
        ],
        "started_at": "2026-03-04T05:06:07Z",
        "last_accessed_at": "2026-03-04T05:06:07Z",
        "expires_at": "2026-04-03T05:06:07Z",
        "attributes": { "ip_address": "", "user_agent": "" },
        "custom_claims": {},
        "roles": ["stytch_user"]
      }
    ]
  }
}

2205 payloads/factors_oauth_shops.json
{
  "description": "Accounts with Amazon, Coinbase and Shopify.",
  "source": "written for this project, after the published reference",
  "operation": "sessions.get",
  "status": 200,
  "body": {
    "status_code": 200,
    "request_id": "request-id-test-10000000-0000-4000-8000-000000000252",
    "sessions": [
      {
        "session_id": "session-test-10000000-0000-4000-8000-000000000251",
        "user_id": "user-test-10000000-0000-4000-8000-000000000250",
        "authentication_factors": [
          {
            "type": "oauth",
            "delivery_method": "oauth_amazon",
            "last_authenticated_at": "2026-03-04T05:06:07Z",
            "created_at": "2026-03-04T05:06:08Z",
            "updated_at": "2026-03-04T05:06:07Z",
            "amazon_oauth_factor": {
              "id": "oauth-user-test-10000000-0000-4000-8000-000000000246",
              "provider_subject": "amazon-subject",
              "email_id": "email-test-10000000-0000-4000-8000-000000000247"
            }
          },
          {
            "type": "oauth",
            "delivery_method": "oauth_coinbase",
            "last_authenticated_at": "2026-03-04T05:06:07Z",
            "created_at": "2026-03-04T05:06:08Z",
            "updated_at": "2026-03-04T05:06:07Z",
            "coinbase_oauth_factor": {
              "id": "oauth-user-test-10000000-0000-4000-8000-000000000248",
              "provider_subject": "coinbase-subject"
            }
          },
          {
            "type": "oauth",
            "delivery_method": "oauth_shopify",
            "last_authenticated_at": "2026-03-04T05:06:07Z",
            "created_at": "2026-03-04T05:06:08Z",
            "updated_at": "2026-03-04T05:06:07Z",
            "shopify_oauth_factor": {
              "id": "oauth-user-test-10000000-0000-4000-8000-000000000249",
              "provider_subject": "shopify-subject"
            }
          }
        ],
        "started_at": "2026-03-04T05:06:07Z",
        "last_accessed_at": "2026-03-04T05:06:07Z",
        "expires_at": "2026-04-03T05:06:07Z",
        "attributes": { "ip_address": "", "user_agent": "" },
        "custom_claims": {},
        "roles": ["stytch_user"]
      }
    ]
  }
}

2750 payloads/factors_oauth_social.json
{
  "description": "Accounts with Facebook, Instagram, Snapchat and Twitter.",
  "source": "written for this project, after the published reference",
  "operation": "sessions.get",
  "status": 200,
  "body": {
    "status_code": 200,
    "request_id": "request-id-test-10000000-0000-4000-8000-000000000261",
    "sessions": [
      {
        "session_id": "session-test-10000000-0000-4000-8000-000000000260",
        "user_id": "user-test-10000000-0000-4000-8000-000000000259",
        "authentication_factors": [
          {
            "type": "oauth",
            "delivery_method": "oauth_facebook",
            "last_authenticated_at": "2026-03-04T05:06:07Z",
            "created_at": "2026-03-04T05:06:08Z",
            "updated_at": "2026-03-04T05:06:07Z",
            "facebook_oauth_factor": {
              "id": "oauth-user-test-10000000-0000-4000-8000-000000000253",
              "provider_subject": "facebook-subject",
              "email_id": "email-test-10000000-0000-4000-8000-000000000254"
            }
          },
          {
            "type": "oauth",
            "delivery_method": "oauth_instagram",
            "last_authenticated_at": "2026-03-04T05:06:07Z",
            "created_at": "2026-03-04T05:06:08Z",
            "updated_at": "2026-03-04T05:06:07Z",
            "instagram_oauth_factor": {
              "id": "oauth-user-test-10000000-0000-4000-8000-000000000255",
              "provider_subject": "instagram-subject",
              "email_id": "email-test-10000000-0000-4000-8000-000000000256"
            }
          },
          {
            "type": "oauth",
            "delivery_method": "oauth_snapchat",
            "last_authenticated_at": "2026-03-04T05:06:07Z",
            "created_at": "2026-03-04T05:06:08Z",
            "updated_at": "2026-03-04T05:06:07Z",
            "snapchat_oauth_factor": {
              "id": "oauth-user-test-10000000-0000-4000-8000-000000000257",
              "provider_subject": "snapchat-subject"
            }
          },
          {
            "type": "oauth",
            "delivery_method": "oauth_twitter",
            "last_authenticated_at": "2026-03-04T05:06:07Z",
            "created_at": "2026-03-04T05:06:08Z",
            "updated_at": "2026-03-04T05:06:07Z",
            "twitter_oauth_factor": {
              "id": "oauth-user-test-10000000-0000-4000-8000-000000000258",
              "provider_subject": "twitter-subject"
            }
          }
        ],
        "started_at": "2026-03-04T05:06:07Z",
        "last_accessed_at": "2026-03-04T05:06:07Z",
        "expires_at": "2026-04-03T05:06:07Z",
        "attributes": { "ip_address": "", "user_agent": "" },
        "custom_claims": {},
        "roles": ["stytch_user"]
      }
    ]
  }
}

2642 payloads/factors_oauth_video.json
{
  "description": "Accounts with TikTok, Twitch, Spotify and Steam.",
  "source": "written for this project, after the published reference",
  "operation": "sessions.get",
  "status": 200,
  "body": {
    "status_code": 200,
    "request_id": "request-id-test-10000000-0000-4000-8000-000000000269",
    "sessions": [
      {
        "session_id": "session-test-10000000-0000-4000-8000-000000000268",
        "user_id": "user-test-10000000-0000-4000-8000-000000000267",
        "authentication_factors": [
          {
            "type": "oauth",
            "delivery_method": "oauth_tiktok",
            "last_authenticated_at": "2026-03-04T05:06:07Z",
            "created_at": "2026-03-04T05:06:08Z",
            "updated_at": "2026-03-04T05:06:07Z",
            "tik_tok_oauth_factor": {
              "id": "oauth-user-test-10000000-0000-4000-8000-000000000262",
              "provider_subject": "tiktok-subject"
            }
          },
          {
            "type": "oauth",
            "delivery_method": "oauth_twitch",
            "last_authenticated_at": "2026-03-04T05:06:07Z",
            "created_at": "2026-03-04T05:06:08Z",
            "updated_at": "2026-03-04T05:06:07Z",
            "twitch_oauth_factor": {
              "id": "oauth-user-test-10000000-0000-4000-8000-000000000263",
              "provider_subject": "twitch-subject",
              "email_id": "email-test-10000000-0000-4000-8000-000000000264"
            }
          },
          {
            "type": "oauth",
            "delivery_method": "oauth_spotify",
            "last_authenticated_at": "2026-03-04T05:06:07Z",
            "created_at": "2026-03-04T05:06:08Z",
            "updated_at": "2026-03-04T05:06:07Z",
            "spotify_oauth_factor": {
              "id": "oauth-user-test-10000000-0000-4000-8000-000000000265",
              "provider_subject": "spotify-subject"
            }
          },
          {
            "type": "oauth",
            "delivery_method": "oauth_steam",
            "last_authenticated_at": "2026-03-04T05:06:07Z",
            "created_at": "2026-03-04T05:06:08Z",
            "updated_at": "2026-03-04T05:06:07Z",
            "steam_oauth_factor": {
              "id": "oauth-user-test-10000000-0000-4000-8000-000000000266",
              "provider_subject": "steam-subject"
            }
          }
        ],
        "started_at": "2026-03-04T05:06:07Z",
        "last_accessed_at": "2026-03-04T05:06:07Z",
        "expires_at": "2026-04-03T05:06:07Z",
        "attributes": { "ip_address": "", "user_agent": "" },
        "custom_claims": {},
        "roles": ["stytch_user"]
      }
    ]
  }
}

2743 payloads/factors_oauth_work.json
{
  "description": "Accounts with LinkedIn, Salesforce, Yahoo and HubSpot.",
  "source": "written for this project, after the published reference",
  "operation": "sessions.get",
  "status": 200,
  "body": {
    "status_code": 200,
    "request_id": "request-id-test-10000000-0000-4000-8000-000000000284",
    "sessions": [
      {
        "session_id": "session-test-10000000-0000-4000-8000-000000000283",
        "user_id": "user-test-10000000-0000-4000-8000-000000000282",
        "authentication_factors": [
          {
            "type": "oauth",
            "delivery_method": "oauth_linkedin",
            "last_authenticated_at": "2026-03-04T05:06:07Z",
            "created_at": "2026-03-04T05:06:08Z",
            "updated_at": "2026-03-04T05:06:07Z",
            "linked_in_oauth_factor": {
              "id": "oauth-user-test-10000000-0000-4000-8000-000000000276",
              "provider_subject": "linkedin-subject",
              "email_id": "email-test-10000000-0000-4000-8000-000000000277"
            }
          },
          {
            "type": "oauth",
            "delivery_method": "oauth_salesforce",
            "last_authenticated_at": "2026-03-04T05:06:07Z",
            "created_at": "2026-03-04T05:06:08Z",
            "updated_at": "2026-03-04T05:06:07Z",
            "salesforce_oauth_factor": {
              "id": "oauth-user-test-10000000-0000-4000-8000-000000000278",
              "provider_subject": "salesforce-subject"
            }
          },
          {
            "type": "oauth",
            "delivery_method": "oauth_yahoo",
            "last_authenticated_at": "2026-03-04T05:06:07Z",
            "created_at": "2026-03-04T05:06:08Z",
            "updated_at": "2026-03-04T05:06:07Z",
            "yahoo_oauth_factor": {
              "id": "oauth-user-test-10000000-0000-4000-8000-000000000279",
              "provider_subject": "yahoo-subject",
              "email_id": "email-test-10000000-0000-4000-8000-000000000280"
            }
          },
          {
            "type": "oauth",
            "delivery_method": "oauth_hubspot",
            "last_authenticated_at": "2026-03-04T05:06:07Z",
            "created_at": "2026-03-04T05:06:08Z",
            "updated_at": "2026-03-04T05:06:07Z",
            "hubspot_oauth_factor": {
              "id": "oauth-user-test-10000000-0000-4000-8000-000000000281",
              "provider_subject": "hubspot-subject"
            }
          }
        ],
        "started_at": "2026-03-04T05:06:07Z",
        "last_accessed_at": "2026-03-04T05:06:07Z",
        "expires_at": "2026-04-03T05:06:07Z",
        "attributes": { "ip_address": "", "user_agent": "" },
        "custom_claims": {},
        "roles": ["stytch_user"]
      }
    ]
  }
}

1662 payloads/factors_phone.json
{
  "description": "Passcodes by text message and WhatsApp.",
  "source": "written for this project, after the published reference",
  "operation": "sessions.get",
  "status": 200,
  "body": {
    "status_code": 200,
    "request_id": "request-id-test-10000000-0000-4000-8000-000000000211",
    "sessions": [
      {
        "session_id": "session-test-10000000-0000-4000-8000-000000000210",
        "user_id": "user-test-10000000-0000-4000-8000-000000000209",
        "authentication_factors": [
          {
            "type": "otp",
            "delivery_method": "sms",
            "last_authenticated_at": "2026-03-04T05:06:07Z",
            "created_at": "2026-03-04T05:06:08Z",
            "updated_at": "2026-03-04T05:06:07Z",
            "phone_number_factor": {
              "phone_id": "phone-number-test-10000000-0000-4000-8000-000000000207",
              "phone_number": "+15005550006"
            }
          },
          {
            "type": "otp",
            "delivery_method": "whatsapp",
            "last_authenticated_at": "2026-03-04T05:06:07Z",
            "created_at": "2026-03-04T05:06:08Z",
            "updated_at": "2026-03-04T05:06:07Z",
            "phone_number_factor": {
              "phone_id": "phone-number-test-10000000-0000-4000-8000-000000000208",
              "phone_number": "+15005550006"
            }
          }
        ],
        "started_at": "2026-03-04T05:06:07Z",
        "last_accessed_at": "2026-03-04T05:06:07Z",
        "expires_at": "2026-04-03T05:06:07Z",
        "attributes": { "ip_address": "", "user_agent": "" },
        "custom_claims": {},
        "roles": ["stytch_user"]
      }
    ]
  }
}

1685 payloads/factors_sso.json
{
  "description": "Single sign-on by SAML and by OpenID Connect.",
  "source": "written for this project, after the published reference",
  "operation": "sessions.get",
  "status": 200,
  "body": {
    "status_code": 200,
    "request_id": "request-id-test-10000000-0000-4000-8000-000000000287",
    "sessions": [
      {
        "session_id": "session-test-10000000-0000-4000-8000-000000000286",
        "user_id": "user-test-10000000-0000-4000-8000-000000000285",
        "authentication_factors": [
          {
            "type": "sso",
            "delivery_method": "sso_saml",
            "last_authenticated_at": "2026-03-04T05:06:07Z",
            "created_at": "2026-03-04T05:06:08Z",
            "updated_at": "2026-03-04T05:06:07Z",
            "saml_sso_factor": {
              "id": "saml-registration-1",
              "provider_id": "saml-connection-1",
              "external_id": "saml-subject-1"
            }
          },
          {
            "type": "sso",
            "delivery_method": "sso_oidc",
            "last_authenticated_at": "2026-03-04T05:06:07Z",
            "created_at": "2026-03-04T05:06:08Z",
            "updated_at": "2026-03-04T05:06:07Z",
            "oidc_sso_factor": {
              "id": "oidc-registration-1",
              "provider_id": "oidc-connection-1",
              "external_id": "oidc-subject-1"
            }
          }
        ],
        "started_at": "2026-03-04T05:06:07Z",
        "last_accessed_at": "2026-03-04T05:06:07Z",
        "expires_at": "2026-04-03T05:06:07Z",
        "attributes": { "ip_address": "", "user_agent": "" },
        "custom_claims": {},
        "roles": ["stytch_user"]
      }
    ]
  }
}

1538 payloads/factors_tokens.json
{
  "description": "A token of a connected app and one of a trusted issuer.",
  "source": "written for this project, after the published reference",
  "operation": "sessions.get",
  "status": 200,
  "body": {
    "status_code": 200,
    "request_id": "request-id-test-10000000-0000-4000-8000-000000000300",
    "sessions": [
      {
        "session_id": "session-test-10000000-0000-4000-8000-000000000299",
        "user_id": "user-test-10000000-0000-4000-8000-000000000298",
        "authentication_factors": [
          {
            "type": "oauth",
            "delivery_method": "oauth_access_token_exchange",
            "last_authenticated_at": "2026-03-04T05:06:07Z",
            "created_at": "2026-03-04T05:06:08Z",
            "updated_at": "2026-03-04T05:06:07Z",
            "oauth_access_token_exchange_factor": { "client_id": "connected-app-test-1" }
          },
          {
            "type": "trusted_auth_token",
            "delivery_method": "trusted_token_exchange",
            "last_authenticated_at": "2026-03-04T05:06:07Z",
            "created_at": "2026-03-04T05:06:08Z",
            "updated_at": "2026-03-04T05:06:07Z",
            "trusted_auth_token_factor": { "token_id": "trusted-token-1" }
          }
        ],
        "started_at": "2026-03-04T05:06:07Z",
        "last_accessed_at": "2026-03-04T05:06:07Z",
        "expires_at": "2026-04-03T05:06:07Z",
        "attributes": { "ip_address": "", "user_agent": "" },
        "custom_claims": {},
        "roles": ["stytch_user"]
      }
    ]
  }
}

1838 payloads/factors_wallet.json
{
  "description": "Two wallets.",
  "source": "written for this project, after the published reference",
  "operation": "sessions.get",
  "status": 200,
  "body": {
    "status_code": 200,
    "request_id": "request-id-test-10000000-0000-4000-8000-000000000223",
    "sessions": [
      {
        "session_id": "session-test-10000000-0000-4000-8000-000000000222",
        "user_id": "user-test-10000000-0000-4000-8000-000000000221",
        "authentication_factors": [
          {
            "type": "crypto",
            "delivery_method": "crypto_wallet",
            "last_authenticated_at": "2026-03-04T05:06:07Z",
            "created_at": "2026-03-04T05:06:08Z",
            "updated_at": "2026-03-04T05:06:07Z",
            "crypto_wallet_factor": {
              "crypto_wallet_id": "crypto-wallet-test-10000000-0000-4000-8000-000000000219",
              "crypto_wallet_address": "0x00000000000000000000000000000000000000aa",
              "crypto_wallet_type": "ethereum"
            }
          },
          {
            "type": "crypto",
            "delivery_method": "crypto_wallet",
            "last_authenticated_at": "2026-03-04T05:06:07Z",
            "created_at": "2026-03-04T05:06:08Z",
            "updated_at": "2026-03-04T05:06:07Z",
            "crypto_wallet_factor": {
              "crypto_wallet_id": "crypto-wallet-test-10000000-0000-4000-8000-000000000220",
              "crypto_wallet_address": "11111111111111111111111111111111",
              "crypto_wallet_type": "solana"
            }
          }
        ],
        "started_at": "2026-03-04T05:06:07Z",
        "last_accessed_at": "2026-03-04T05:06:07Z",
        "expires_at": "2026-04-03T05:06:07Z",
        "attributes": { "ip_address": "", "user_agent": "" },
        "custom_claims": {},
        "roles": ["stytch_user"]
      }
    ]
  }
}

1346 payloads/factors_without_object.json
{
  "description": "A password and a sign-in taken over: factors without an object.",
  "source": "written for this project, after the published reference",
  "operation": "sessions.get",
  "status": 200,
  "body": {
    "status_code": 200,
    "request_id": "request-id-test-10000000-0000-4000-8000-000000000226",
    "sessions": [
      {
        "session_id": "session-test-10000000-0000-4000-8000-000000000225",
        "user_id": "user-test-10000000-0000-4000-8000-000000000224",
        "authentication_factors": [
          {
            "type": "password",
            "delivery_method": "knowledge",
            "last_authenticated_at": "2026-03-04T05:06:07Z",
            "created_at": "2026-03-04T05:06:08Z",
            "updated_at": "2026-03-04T05:06:07Z"
          },
          {
            "type": "imported",
            "delivery_method": "imported_auth0",
            "last_authenticated_at": "2026-03-04T05:06:07Z",
            "created_at": "2026-03-04T05:06:08Z",
            "updated_at": "2026-03-04T05:06:07Z"
          }
        ],
        "started_at": "2026-03-04T05:06:07Z",
        "last_accessed_at": "2026-03-04T05:06:07Z",
        "expires_at": "2026-04-03T05:06:07Z",
        "attributes": { "ip_address": "", "user_agent": "" },
        "custom_claims": {},
        "roles": ["stytch_user"]
      }
    ]
  }
}

1854 payloads/get.json
{
  "description": "Two sessions of a user.",
  "source": "written for this project, after the published reference",
  "operation": "sessions.get",
  "status": 200,
  "body": {
    "status_code": 200,
    "request_id": "request-id-test-10000000-0000-4000-8000-000000000028",
    "sessions": [
      {
        "session_id": "session-test-10000000-0000-4000-8000-000000000026",
        "user_id": "user-test-10000000-0000-4000-8000-000000000023",
        "authentication_factors": [
          {
            "type": "password",
            "delivery_method": "knowledge",
            "last_authenticated_at": "2025-06-30T09:40:08Z",
            "created_at": "2025-06-30T09:40:09Z",
            "updated_at": "2025-06-30T09:40:08Z"
          }
        ],
        "started_at": "2025-06-30T09:40:08Z",
        "last_accessed_at": "2025-06-30T09:45:08.935673Z",
        "expires_at": "2025-07-30T09:40:08.935673870Z",
        "attributes": { "ip_address": "203.0.113.7", "user_agent": "Browser/1.0" },
        "custom_claims": {},
        "roles": ["stytch_user"]
      },
      {
        "session_id": "session-test-10000000-0000-4000-8000-000000000027",
        "user_id": "user-test-10000000-0000-4000-8000-000000000023",
        "authentication_factors": [
          {
            "type": "password",
            "delivery_method": "knowledge",
            "last_authenticated_at": "2025-06-30T09:40:08Z",
            "created_at": "2025-06-30T09:40:09Z",
            "updated_at": "2025-06-30T09:40:08Z"
          }
        ],
        "started_at": "2025-06-30T09:40:08Z",
        "last_accessed_at": "2025-06-30T09:45:08.935673Z",
        "expires_at": "2025-07-30T09:40:08.935673870Z",
        "attributes": { "ip_address": "203.0.113.7", "user_agent": "Browser/1.0" },
        "custom_claims": {},
        "roles": ["stytch_user"]
      }
    ]
  }
}

978 payloads/get_2022.json
{
  "description": "Sessions as of 2022: attributes null, no claims, no roles.",
  "source": "written for this project, after the published reference",
  "operation": "sessions.get",
  "status": 200,
  "body": {
    "status_code": 200,
    "request_id": "request-id-test-10000000-0000-4000-8000-000000000397",
    "sessions": [
      {
        "session_id": "session-test-10000000-0000-4000-8000-000000000396",
        "user_id": "user-test-10000000-0000-4000-8000-000000000395",
        "authentication_factors": [
          {
            "type": "password",
            "delivery_method": "knowledge",
            "last_authenticated_at": "2026-03-04T05:06:07Z",
            "created_at": "2026-03-04T05:06:08Z",
            "updated_at": "2026-03-04T05:06:07Z"
          }
        ],
        "started_at": "2026-03-04T05:06:07Z",
        "last_accessed_at": "2026-03-04T05:06:07Z",
        "expires_at": "2026-04-03T05:06:07Z",
        "attributes": null
      }
    ]
  }
}

1612 payloads/get_jwks.json
{
  "description": "A key set during a rotation.",
  "source": "written for this project, after the published reference",
  "operation": "sessions.get_jwks",
  "status": 200,
  "body": {
    "status_code": 200,
    "request_id": "request-id-test-10000000-0000-4000-8000-000000000047",
    "keys": [
      {
        "kty": "RSA",
        "use": "sig",
        "key_ops": ["verify"],
        "alg": "RS256",
        "kid": "jwk-test-10000000-0000-4000-8000-000000000045",
        "x5c": ["MIIB"],
        "x5tS256": "BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB=",
        "n": "uuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuw",
        "e": "AQAB"
      },
      {
        "kty": "RSA",
        "use": "sig",
        "key_ops": ["verify"],
        "alg": "RS256",
        "kid": "jwk-test-10000000-0000-4000-8000-000000000046",
        "x5c": ["MIIB"],
        "x5tS256": "BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB=",
        "n": "uuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuw",
        "e": "AQAB"
      }
    ]
  }
}

892 payloads/get_jwks_bare.json
{
  "description": "A key set as the well-known address gives it: keys alone.",
  "source": "written for this project, after the published reference",
  "operation": "sessions.get_jwks",
  "status": 200,
  "body": {
    "keys": [
      {
        "kty": "RSA",
        "use": "sig",
        "key_ops": ["verify"],
        "alg": "RS256",
        "kid": "jwk-test-10000000-0000-4000-8000-000000000050",
        "x5c": ["MIIB"],
        "x5tS256": "BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB=",
        "n": "uuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuw",
        "e": "AQAB"
      }
    ]
  }
}

1004 payloads/get_jwks_both_spellings.json
{
  "description": "A thumbprint under both names.",
  "source": "written for this project, after the published reference",
  "operation": "sessions.get_jwks",
  "status": 200,
  "body": {
    "status_code": 200,
    "request_id": "request-id-test-10000000-0000-4000-8000-000000000455",
    "keys": [
      {
        "kty": "RSA",
        "use": "sig",
        "key_ops": ["verify"],
        "alg": "RS256",
        "kid": "jwk-test-10000000-0000-4000-8000-000000000454",
        "x5c": ["MIIB"],
        "x5tS256": "BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB=",
        "n": "uuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuw",
        "e": "AQAB",
        "x5t_s256": "BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB="
      }
    ]
  }
}

283 payloads/get_jwks_empty.json
{
  "description": "A set without keys.",
  "source": "written for this project, after the published reference",
  "operation": "sessions.get_jwks",
  "status": 200,
  "body": { "status_code": 200, "request_id": "request-id-test-10000000-0000-4000-8000-000000000458", "keys": [] }
}

974 payloads/get_jwks_name_of_the_rfc.json
{
  "description": "A thumbprint under the name of RFC 7517, which the API does not use.",
  "source": "written for this project, after the published reference",
  "operation": "sessions.get_jwks",
  "status": 200,
  "body": {
    "status_code": 200,
    "request_id": "request-id-test-10000000-0000-4000-8000-000000000457",
    "keys": [
      {
        "kty": "RSA",
        "use": "sig",
        "key_ops": ["verify"],
        "alg": "RS256",
        "kid": "jwk-test-10000000-0000-4000-8000-000000000456",
        "x5c": ["MIIB"],
        "n": "uuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuw",
        "e": "AQAB",
        "x5t#S256": "BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB"
      }
    ]
  }
}

994 payloads/get_jwks_other_spelling.json
{
  "description": "A key set that spells the thumbprint as the Go package does.",
  "source": "written for this project, after the published reference",
  "operation": "sessions.get_jwks",
  "status": 200,
  "body": {
    "status_code": 200,
    "request_id": "request-id-test-10000000-0000-4000-8000-000000000049",
    "keys": [
      {
        "kty": "RSA",
        "use": "sig",
        "key_ops": ["verify"],
        "alg": "RS256",
        "kid": "jwk-test-10000000-0000-4000-8000-000000000048",
        "x5c": ["MIIB"],
        "n": "uuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuw",
        "e": "AQAB",
        "x5t_s256": "BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB="
      }
    ]
  }
}

1581 payloads/get_jwks_rotated.json
{
  "description": "Two keys a month before the older one goes.",
  "source": "written for this project, after the published reference",
  "operation": "sessions.get_jwks",
  "status": 200,
  "body": {
    "status_code": 200,
    "request_id": "request-id-test-10000000-0000-4000-8000-000000000461",
    "keys": [
      {
        "kty": "RSA",
        "use": "sig",
        "key_ops": ["verify"],
        "alg": "RS256",
        "kid": "jwk-test-10000000-0000-4000-8000-000000000459",
        "x5c": ["MIIB"],
        "x5tS256": "BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB=",
        "n": "uuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuw",
        "e": "AQAB"
      },
      {
        "kty": "RSA",
        "use": "sig",
        "key_ops": ["verify"],
        "alg": "RS256",
        "kid": "jwk-test-10000000-0000-4000-8000-000000000460",
        "x5c": ["MIIB", "MIIC"],
        "x5tS256": "BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB=",
        "n": "uuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuw",
        "e": "AQAB"
      }
    ]
  }
}

2135 payloads/get_many.json
{
  "description": "Three sessions, in the second of which a key is new.",
  "source": "written for this project, after the published reference",
  "operation": "sessions.get",
  "status": 200,
  "body": {
    "status_code": 200,
    "request_id": "request-id-test-10000000-0000-4000-8000-000000000402",
    "sessions": [
      {
        "session_id": "session-test-10000000-0000-4000-8000-000000000399",
        "user_id": "user-test-10000000-0000-4000-8000-000000000398",
        "authentication_factors": [
          { "type": "password", "delivery_method": "knowledge", "last_authenticated_at": "2026-03-04T05:06:07Z" }
        ],
        "started_at": "2026-03-04T05:06:07Z",
        "last_accessed_at": "2026-03-04T05:06:07Z",
        "expires_at": "2026-04-03T05:06:07Z",
        "attributes": { "ip_address": "", "user_agent": "" },
        "custom_claims": {},
        "roles": ["stytch_user"]
      },
      {
        "session_id": "session-test-10000000-0000-4000-8000-000000000400",
        "user_id": "user-test-10000000-0000-4000-8000-000000000398",
        "authentication_factors": [
          { "type": "password", "delivery_method": "knowledge", "last_authenticated_at": "2026-03-04T05:06:07Z" }
        ],
        "started_at": "2026-03-04T05:06:07Z",
        "last_accessed_at": "2026-03-04T05:06:07Z",
        "expires_at": "2026-04-03T05:06:07Z",
        "attributes": { "ip_address": "", "user_agent": "" },
        "custom_claims": {},
        "roles": ["stytch_user"],
        "risk": { "score": 1 }
      },
      {
        "session_id": "session-test-10000000-0000-4000-8000-000000000401",
        "user_id": "user-test-10000000-0000-4000-8000-000000000398",
        "authentication_factors": [
          { "type": "password", "delivery_method": "knowledge", "last_authenticated_at": "2026-03-04T05:06:07Z" }
        ],
        "started_at": "2026-03-04T05:06:07Z",
        "last_accessed_at": "2026-03-04T05:06:07Z",
        "expires_at": "2026-04-03T05:06:07Z",
        "attributes": { "ip_address": "", "user_agent": "" },
        "custom_claims": {},
        "roles": ["stytch_user"]
      }
    ]
  }
}

301 payloads/get_none.json
{
  "description": "A user without sessions.",
  "source": "written for this project, after the published reference",
  "operation": "sessions.get",
  "status": 200,
  "body": {
    "status_code": 200,
    "request_id": "request-id-test-10000000-0000-4000-8000-000000000029",
    "sessions": []
  }
}

299 payloads/get_null_list.json
{
  "description": "A list that is null.",
  "source": "written for this project, after the published reference",
  "operation": "sessions.get",
  "status": 200,
  "body": {
    "status_code": 200,
    "request_id": "request-id-test-10000000-0000-4000-8000-000000000403",
    "sessions": null
  }
}

4077 payloads/later_factors.json
{
  "description": "Every kind of factor that came after v15.9.0.",
  "source": "written for this project, after the published reference",
  "operation": "sessions.authenticate",
  "status": 200,
  "body": {
    "status_code": 200,
    "request_id": "request-id-test-10000000-0000-4000-8000-000000000087",
    "session": {
      "session_id": "session-test-10000000-0000-4000-8000-000000000086",
      "user_id": "user-test-10000000-0000-4000-8000-000000000083",
      "authentication_factors": [
        {
          "type": "email_otp",
          "delivery_method": "email",
          "last_authenticated_at": "2025-06-30T09:40:08Z",
          "created_at": "2025-06-30T09:40:09Z",
          "updated_at": "2025-06-30T09:40:08Z",
          "email_factor": {
            "email_id": "email-test-10000000-0000-4000-8000-000000000079",
            "email_address": "ada@example.com"
          }
        },
        {
          "type": "oauth",
          "delivery_method": "oauth_exchange_github",
          "last_authenticated_at": "2025-06-30T09:40:08Z",
          "created_at": "2025-06-30T09:40:09Z",
          "updated_at": "2025-06-30T09:40:08Z",
          "github_oauth_exchange_factor": { "email_id": "email-test-10000000-0000-4000-8000-000000000080" }
        },
        {
          "type": "oauth",
          "delivery_method": "oauth_exchange_google",
          "last_authenticated_at": "2025-06-30T09:40:08Z",
          "created_at": "2025-06-30T09:40:09Z",
          "updated_at": "2025-06-30T09:40:08Z",
          "google_oauth_exchange_factor": { "email_id": "email-test-10000000-0000-4000-8000-000000000081" }
        },
        {
          "type": "impersonated",
          "delivery_method": "impersonation",
          "last_authenticated_at": "2025-06-30T09:40:08Z",
          "created_at": "2025-06-30T09:40:09Z",
          "updated_at": "2025-06-30T09:40:08Z",
          "impersonated_factor": {
            "impersonator_id": "impersonator-1",
            "impersonator_email_address": "support@example.com"
          }
        },
        {
          "type": "oauth",
          "delivery_method": "oauth_access_token_exchange",
          "last_authenticated_at": "2025-06-30T09:40:08Z",
          "created_at": "2025-06-30T09:40:09Z",
          "updated_at": "2025-06-30T09:40:08Z",
          "oauth_access_token_exchange_factor": {
            "client_id": "connected-app-test-10000000-0000-4000-8000-000000000082"
          }
        },
        {
          "type": "trusted_auth_token",
          "delivery_method": "trusted_token_exchange",
          "last_authenticated_at": "2025-06-30T09:40:08Z",
          "created_at": "2025-06-30T09:40:09Z",
          "updated_at": "2025-06-30T09:40:08Z",
          "trusted_auth_token_factor": { "token_id": "token-1" }
        }
      ],
      "started_at": "2025-06-30T09:40:08Z",
      "last_accessed_at": "2025-06-30T09:45:08.935673Z",
      "expires_at": "2025-07-30T09:40:08.935673870Z",
      "attributes": { "ip_address": "203.0.113.7", "user_agent": "Browser/1.0" },
      "custom_claims": {},
      "roles": ["stytch_user"]
    },
    "session_token": "",
    "session_jwt": "",
    "user": {
      "user_id": "user-test-10000000-0000-4000-8000-000000000083",
      "status": "active",
      "emails": [
        {
          "email_id": "email-test-10000000-0000-4000-8000-000000000084",
          "email": "ada@example.com",
          "verified": true
        }
      ],
      "phone_numbers": [],
      "webauthn_registrations": [],
      "providers": [],
      "totps": [],
      "crypto_wallets": [],
      "biometric_registrations": [],
      "name": { "first_name": "Ada", "middle_name": "", "last_name": "Lovelace" },
      "created_at": "2025-06-30T09:40:08Z",
      "password": { "password_id": "password-test-10000000-0000-4000-8000-000000000085", "requires_reset": false },
      "trusted_metadata": {},
      "untrusted_metadata": {},
      "external_id": null,
      "is_locked": false,
      "lock_created_at": null,
      "lock_expires_at": null,
      "roles": ["stytch_user"]
    }
  }
}

2755 payloads/migrate.json
{
  "description": "A migrated session, and what is known of the device.",
  "source": "written for this project, after the published reference",
  "operation": "sessions.migrate",
  "status": 200,
  "body": {
    "status_code": 200,
    "request_id": "request-id-test-10000000-0000-4000-8000-000000000035",
    "user_id": "user-test-10000000-0000-4000-8000-000000000031",
    "user": {
      "user_id": "user-test-10000000-0000-4000-8000-000000000031",
      "status": "active",
      "emails": [
        {
          "email_id": "email-test-10000000-0000-4000-8000-000000000032",
          "email": "ada@example.com",
          "verified": true
        }
      ],
      "phone_numbers": [],
      "webauthn_registrations": [],
      "providers": [],
      "totps": [],
      "crypto_wallets": [],
      "biometric_registrations": [],
      "name": { "first_name": "Ada", "middle_name": "", "last_name": "Lovelace" },
      "created_at": "2025-06-30T09:40:08Z",
      "password": { "password_id": "password-test-10000000-0000-4000-8000-000000000033", "requires_reset": false },
      "trusted_metadata": {},
      "untrusted_metadata": {},
      "external_id": null,
      "is_locked": false,
      "lock_created_at": null,
      "lock_expires_at": null,
      "roles": ["stytch_user"]
    },
    "session": {
      "session_id": "session-test-10000000-0000-4000-8000-000000000034",
      "user_id": "user-test-10000000-0000-4000-8000-000000000031",
      "authentication_factors": [
        {
          "type": "password",
          "delivery_method": "knowledge",
          "last_authenticated_at": "2025-06-30T09:40:08Z",
          "created_at": "2025-06-30T09:40:09Z",
          "updated_at": "2025-06-30T09:40:08Z"
        }
      ],
      "started_at": "2025-06-30T09:40:08Z",
      "last_accessed_at": "2025-06-30T09:45:08.935673Z",
      "expires_at": "2025-07-30T09:40:08.935673870Z",
      "attributes": { "ip_address": "203.0.113.7", "user_agent": "Browser/1.0" },
      "custom_claims": {},
      "roles": ["stytch_user"]
    },
    "session_token": "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
    "session_jwt": "e30.e30.AA",
    "user_device": {
      "visitor_id": "visitor-1",
      "visitor_id_details": {
        "is_new": false,
        "first_seen_at": "2025-06-30T09:40:08Z",
        "last_seen_at": "2025-06-30T09:40:08Z"
      },
      "ip_address": "203.0.113.7",
      "ip_address_details": { "is_new": true, "first_seen_at": null, "last_seen_at": null },
      "ip_geo_city": "London",
      "ip_geo_region": "England",
      "ip_geo_country": "GB",
      "ip_geo_country_details": {
        "is_new": false,
        "first_seen_at": "2025-06-30T09:40:08Z",
        "last_seen_at": "2025-06-30T09:40:08Z"
      }
    }
  }
}

1942 payloads/migrate_2024.json
{
  "description": "A migration as v15.4.0 knew it: no device.",
  "source": "written for this project, after the published reference",
  "operation": "sessions.migrate",
  "status": 200,
  "body": {
    "status_code": 200,
    "request_id": "request-id-test-10000000-0000-4000-8000-000000000412",
    "user_id": "user-test-10000000-0000-4000-8000-000000000409",
    "user": {
      "user_id": "user-test-10000000-0000-4000-8000-000000000409",
      "status": "active",
      "emails": [
        {
          "email_id": "email-test-10000000-0000-4000-8000-000000000410",
          "email": "ada@example.com",
          "verified": true
        }
      ],
      "phone_numbers": [],
      "webauthn_registrations": [],
      "providers": [],
      "totps": [],
      "crypto_wallets": [],
      "biometric_registrations": [],
      "name": {},
      "created_at": "2026-03-04T05:06:07Z",
      "password": null,
      "trusted_metadata": {},
      "untrusted_metadata": {},
      "external_id": null,
      "is_locked": false,
      "lock_created_at": null,
      "lock_expires_at": null,
      "roles": ["stytch_user"]
    },
    "session": {
      "session_id": "session-test-10000000-0000-4000-8000-000000000411",
      "user_id": "user-test-10000000-0000-4000-8000-000000000409",
      "authentication_factors": [
        {
          "type": "password",
          "delivery_method": "knowledge",
          "last_authenticated_at": "2026-03-04T05:06:07Z",
          "created_at": "2026-03-04T05:06:08Z",
          "updated_at": "2026-03-04T05:06:07Z"
        }
      ],
      "started_at": "2026-03-04T05:06:07Z",
      "last_accessed_at": "2026-03-04T05:06:07Z",
      "expires_at": "2026-04-03T05:06:07Z",
      "attributes": { "ip_address": "", "user_agent": "" },
      "custom_claims": {},
      "roles": ["stytch_user"]
    },
    "session_token": "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
    "session_jwt": "e30.e30.AA"
  }
}

2434 payloads/migrate_known_device.json
{
  "description": "A migration from a device that was seen before.",
  "source": "written for this project, after the published reference",
  "operation": "sessions.migrate",
  "status": 200,
  "body": {
    "status_code": 200,
    "request_id": "request-id-test-10000000-0000-4000-8000-000000000408",
    "user_id": "user-test-10000000-0000-4000-8000-000000000405",
    "user": {
      "user_id": "user-test-10000000-0000-4000-8000-000000000405",
      "status": "active",
      "emails": [
        {
          "email_id": "email-test-10000000-0000-4000-8000-000000000406",
          "email": "ada@example.com",
          "verified": true
        }
      ],
      "phone_numbers": [],
      "webauthn_registrations": [],
      "providers": [],
      "totps": [],
      "crypto_wallets": [],
      "biometric_registrations": [],
      "name": {},
      "created_at": "2026-03-04T05:06:07Z",
      "password": null,
      "trusted_metadata": {},
      "untrusted_metadata": {},
      "external_id": null,
      "is_locked": false,
      "lock_created_at": null,
      "lock_expires_at": null,
      "roles": ["stytch_user"]
    },
    "session": {
      "session_id": "session-test-10000000-0000-4000-8000-000000000407",
      "user_id": "user-test-10000000-0000-4000-8000-000000000405",
      "authentication_factors": [
        {
          "type": "password",
          "delivery_method": "knowledge",
          "last_authenticated_at": "2026-03-04T05:06:07Z",
          "created_at": "2026-03-04T05:06:08Z",
          "updated_at": "2026-03-04T05:06:07Z"
        }
      ],
      "started_at": "2026-03-04T05:06:07Z",
      "last_accessed_at": "2026-03-04T05:06:07Z",
      "expires_at": "2026-04-03T05:06:07Z",
      "attributes": { "ip_address": "", "user_agent": "" },
      "custom_claims": {},
      "roles": ["stytch_user"]
    },
    "session_token": "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
    "session_jwt": "e30.e30.AA",
    "user_device": {
      "visitor_id": "visitor-1",
      "visitor_id_details": {
        "is_new": false,
        "first_seen_at": "2026-01-02T03:04:05Z",
        "last_seen_at": "2026-03-04T05:06:07Z"
      },
      "ip_address": "203.0.113.7",
      "ip_address_details": { "is_new": true, "first_seen_at": null, "last_seen_at": null },
      "ip_geo_city": "Oslo",
      "ip_geo_region": "",
      "ip_geo_country": "NO",
      "ip_geo_country_details": { "is_new": false }
    }
  }
}

1373 payloads/migrate_without_session.json
{
  "description": "A migration that made no session.",
  "source": "written for this project, after the published reference",
  "operation": "sessions.migrate",
  "status": 200,
  "body": {
    "status_code": 200,
    "request_id": "request-id-test-10000000-0000-4000-8000-000000000039",
    "user_id": "user-test-10000000-0000-4000-8000-000000000036",
    "user": {
      "user_id": "user-test-10000000-0000-4000-8000-000000000036",
      "status": "active",
      "emails": [
        {
          "email_id": "email-test-10000000-0000-4000-8000-000000000037",
          "email": "ada@example.com",
          "verified": true
        }
      ],
      "phone_numbers": [],
      "webauthn_registrations": [],
      "providers": [],
      "totps": [],
      "crypto_wallets": [],
      "biometric_registrations": [],
      "name": { "first_name": "Ada", "middle_name": "", "last_name": "Lovelace" },
      "created_at": "2025-06-30T09:40:08Z",
      "password": { "password_id": "password-test-10000000-0000-4000-8000-000000000038", "requires_reset": false },
      "trusted_metadata": {},
      "untrusted_metadata": {},
      "external_id": null,
      "is_locked": false,
      "lock_created_at": null,
      "lock_expires_at": null,
      "roles": ["stytch_user"]
    },
    "session": null,
    "session_token": "",
    "session_jwt": "",
    "user_device": null
  }
}

3239 payloads/null_and_absent_factors.json
{
  "description": "Factors whose optional parts are null, absent or empty.",
  "source": "written for this project, after the published reference",
  "operation": "sessions.authenticate",
  "status": 200,
  "body": {
    "status_code": 200,
    "request_id": "request-id-test-10000000-0000-4000-8000-000000000095",
    "session": {
      "session_id": "session-test-10000000-0000-4000-8000-000000000094",
      "user_id": "user-test-10000000-0000-4000-8000-000000000091",
      "authentication_factors": [
        {
          "type": "oauth",
          "delivery_method": "oauth_google",
          "last_authenticated_at": "2025-06-30T09:40:08Z",
          "created_at": "2025-06-30T09:40:09Z",
          "updated_at": "2025-06-30T09:40:08Z",
          "google_oauth_factor": {
            "id": "oauth-user-test-10000000-0000-4000-8000-000000000088",
            "provider_subject": "google-subject"
          }
        },
        { "type": "password", "delivery_method": "knowledge" },
        {
          "type": "password",
          "delivery_method": "knowledge",
          "last_authenticated_at": "2025-06-30T09:40:08Z",
          "created_at": null,
          "updated_at": null,
          "email_factor": null
        },
        {
          "type": "magic_link",
          "delivery_method": "embedded",
          "last_authenticated_at": "2025-06-30T09:40:08Z",
          "created_at": "2025-06-30T09:40:09Z",
          "updated_at": "2025-06-30T09:40:08Z"
        },
        {
          "type": "webauthn",
          "delivery_method": "webauthn_registration",
          "last_authenticated_at": "2025-06-30T09:40:08Z",
          "created_at": "2025-06-30T09:40:09Z",
          "updated_at": "2025-06-30T09:40:08Z",
          "webauthn_factor": {
            "webauthn_registration_id": "webauthn-registration-test-10000000-0000-4000-8000-000000000090",
            "domain": "example.com",
            "user_agent": ""
          }
        }
      ],
      "started_at": "2025-06-30T09:40:08Z",
      "last_accessed_at": "2025-06-30T09:45:08.935673Z",
      "expires_at": "2025-07-30T09:40:08.935673870Z",
      "attributes": { "ip_address": "203.0.113.7", "user_agent": "Browser/1.0" },
      "custom_claims": {},
      "roles": ["stytch_user"]
    },
    "session_token": "",
    "session_jwt": "",
    "user": {
      "user_id": "user-test-10000000-0000-4000-8000-000000000091",
      "status": "active",
      "emails": [
        {
          "email_id": "email-test-10000000-0000-4000-8000-000000000092",
          "email": "ada@example.com",
          "verified": true
        }
      ],
      "phone_numbers": [],
      "webauthn_registrations": [],
      "providers": [],
      "totps": [],
      "crypto_wallets": [],
      "biometric_registrations": [],
      "name": { "first_name": "Ada", "middle_name": "", "last_name": "Lovelace" },
      "created_at": "2025-06-30T09:40:08Z",
      "password": { "password_id": "password-test-10000000-0000-4000-8000-000000000093", "requires_reset": false },
      "trusted_metadata": {},
      "untrusted_metadata": {},
      "external_id": null,
      "is_locked": false,
      "lock_created_at": null,
      "lock_expires_at": null,
      "roles": ["stytch_user"]
    }
  }
}

2024 payloads/number_too_large.json
{
  "description": "A status code that fits no 32 bits.",
  "source": "written for this project, after the published reference",
  "operation": "sessions.authenticate",
  "status": 200,
  "body": {
    "status_code": 4294967496,
    "request_id": "request-id-test-10000000-0000-4000-8000-000000000137",
    "session": {
      "session_id": "session-test-10000000-0000-4000-8000-000000000136",
      "user_id": "user-test-10000000-0000-4000-8000-000000000133",
      "authentication_factors": [
        {
          "type": "password",
          "delivery_method": "knowledge",
          "last_authenticated_at": "2025-06-30T09:40:08Z",
          "created_at": "2025-06-30T09:40:09Z",
          "updated_at": "2025-06-30T09:40:08Z"
        }
      ],
      "started_at": "2025-06-30T09:40:08Z",
      "last_accessed_at": "2025-06-30T09:45:08.935673Z",
      "expires_at": "2025-07-30T09:40:08.935673870Z",
      "attributes": { "ip_address": "203.0.113.7", "user_agent": "Browser/1.0" },
      "custom_claims": {},
      "roles": ["stytch_user"]
    },
    "session_token": "",
    "session_jwt": "",
    "user": {
      "user_id": "user-test-10000000-0000-4000-8000-000000000133",
      "status": "active",
      "emails": [
        {
          "email_id": "email-test-10000000-0000-4000-8000-000000000134",
          "email": "ada@example.com",
          "verified": true
        }
      ],
      "phone_numbers": [],
      "webauthn_registrations": [],
      "providers": [],
      "totps": [],
      "crypto_wallets": [],
      "biometric_registrations": [],
      "name": { "first_name": "Ada", "middle_name": "", "last_name": "Lovelace" },
      "created_at": "2025-06-30T09:40:08Z",
      "password": { "password_id": "password-test-10000000-0000-4000-8000-000000000135", "requires_reset": false },
      "trusted_metadata": {},
      "untrusted_metadata": {},
      "external_id": null,
      "is_locked": false,
      "lock_created_at": null,
      "lock_expires_at": null,
      "roles": ["stytch_user"]
    }
  }
}

1839 payloads/opaque_ids.json
{
  "description": "Ids of no documented form.",
  "source": "written for this project, after the published reference",
  "operation": "sessions.authenticate",
  "status": 200,
  "body": {
    "status_code": 200,
    "request_id": "x",
    "session": {
      "session_id": "anything at all: ü/?",
      "user_id": "7",
      "authentication_factors": [
        {
          "type": "password",
          "delivery_method": "knowledge",
          "last_authenticated_at": "2025-06-30T09:40:08Z",
          "created_at": "2025-06-30T09:40:09Z",
          "updated_at": "2025-06-30T09:40:08Z"
        }
      ],
      "started_at": "2025-06-30T09:40:08Z",
      "last_accessed_at": "2025-06-30T09:45:08.935673Z",
      "expires_at": "2025-07-30T09:40:08.935673870Z",
      "attributes": { "ip_address": "203.0.113.7", "user_agent": "Browser/1.0" },
      "custom_claims": {},
      "roles": ["stytch_user"]
    },
    "session_token": "",
    "session_jwt": "",
    "user": {
      "user_id": "7",
      "status": "active",
      "emails": [
        {
          "email_id": "email-test-10000000-0000-4000-8000-000000000124",
          "email": "ada@example.com",
          "verified": true
        }
      ],
      "phone_numbers": [],
      "webauthn_registrations": [],
      "providers": [],
      "totps": [],
      "crypto_wallets": [],
      "biometric_registrations": [],
      "name": { "first_name": "Ada", "middle_name": "", "last_name": "Lovelace" },
      "created_at": "2025-06-30T09:40:08Z",
      "password": { "password_id": "password-test-10000000-0000-4000-8000-000000000125", "requires_reset": false },
      "trusted_metadata": {},
      "untrusted_metadata": {},
      "external_id": null,
      "is_locked": false,
      "lock_created_at": null,
      "lock_expires_at": null,
      "roles": ["stytch_user"]
    }
  }
}

3265 payloads/other_spellings.json
{
  "description": "Three OAuth factors as older SDKs spell them.",
  "source": "written for this project, after the published reference",
  "operation": "sessions.authenticate",
  "status": 200,
  "body": {
    "status_code": 200,
    "request_id": "request-id-test-10000000-0000-4000-8000-000000000067",
    "session": {
      "session_id": "session-test-10000000-0000-4000-8000-000000000066",
      "user_id": "user-test-10000000-0000-4000-8000-000000000063",
      "authentication_factors": [
        {
          "type": "oauth",
          "delivery_method": "oauth_gitlab",
          "last_authenticated_at": "2025-06-30T09:40:08Z",
          "created_at": "2025-06-30T09:40:09Z",
          "updated_at": "2025-06-30T09:40:08Z",
          "gitlab_oauth_factor": {
            "id": "oauth-user-test-10000000-0000-4000-8000-000000000057",
            "provider_subject": "gitlab-subject",
            "email_id": "email-test-10000000-0000-4000-8000-000000000058"
          }
        },
        {
          "type": "oauth",
          "delivery_method": "oauth_linkedin",
          "last_authenticated_at": "2025-06-30T09:40:08Z",
          "created_at": "2025-06-30T09:40:09Z",
          "updated_at": "2025-06-30T09:40:08Z",
          "linkedin_oauth_factor": {
            "id": "oauth-user-test-10000000-0000-4000-8000-000000000059",
            "provider_subject": "linkedin-subject",
            "email_id": "email-test-10000000-0000-4000-8000-000000000060"
          }
        },
        {
          "type": "oauth",
          "delivery_method": "oauth_tiktok",
          "last_authenticated_at": "2025-06-30T09:40:08Z",
          "created_at": "2025-06-30T09:40:09Z",
          "updated_at": "2025-06-30T09:40:08Z",
          "tiktok_oauth_factor": {
            "id": "oauth-user-test-10000000-0000-4000-8000-000000000061",
            "provider_subject": "tiktok-subject",
            "email_id": "email-test-10000000-0000-4000-8000-000000000062"
          }
        }
      ],
      "started_at": "2025-06-30T09:40:08Z",
      "last_accessed_at": "2025-06-30T09:45:08.935673Z",
      "expires_at": "2025-07-30T09:40:08.935673870Z",
      "attributes": { "ip_address": "203.0.113.7", "user_agent": "Browser/1.0" },
      "custom_claims": {},
      "roles": ["stytch_user"]
    },
    "session_token": "",
    "session_jwt": "",
    "user": {
      "user_id": "user-test-10000000-0000-4000-8000-000000000063",
      "status": "active",
      "emails": [
        {
          "email_id": "email-test-10000000-0000-4000-8000-000000000064",
          "email": "ada@example.com",
          "verified": true
        }
      ],
      "phone_numbers": [],
      "webauthn_registrations": [],
      "providers": [],
      "totps": [],
      "crypto_wallets": [],
      "biometric_registrations": [],
      "name": { "first_name": "Ada", "middle_name": "", "last_name": "Lovelace" },
      "created_at": "2025-06-30T09:40:08Z",
      "password": { "password_id": "password-test-10000000-0000-4000-8000-000000000065", "requires_reset": false },
      "trusted_metadata": {},
      "untrusted_metadata": {},
      "external_id": null,
      "is_locked": false,
      "lock_created_at": null,
      "lock_expires_at": null,
      "roles": ["stytch_user"]
    }
  }
}

3270 payloads/page_spellings.json
{
  "description": "The same factors as the Go package spells them.",
  "source": "written for this project, after the published reference",
  "operation": "sessions.authenticate",
  "status": 200,
  "body": {
    "status_code": 200,
    "request_id": "request-id-test-10000000-0000-4000-8000-000000000078",
    "session": {
      "session_id": "session-test-10000000-0000-4000-8000-000000000077",
      "user_id": "user-test-10000000-0000-4000-8000-000000000074",
      "authentication_factors": [
        {
          "type": "oauth",
          "delivery_method": "oauth_gitlab",
          "last_authenticated_at": "2025-06-30T09:40:08Z",
          "created_at": "2025-06-30T09:40:09Z",
          "updated_at": "2025-06-30T09:40:08Z",
          "git_lab_oauth_factor": {
            "id": "oauth-user-test-10000000-0000-4000-8000-000000000068",
            "provider_subject": "gitlab-subject",
            "email_id": "email-test-10000000-0000-4000-8000-000000000069"
          }
        },
        {
          "type": "oauth",
          "delivery_method": "oauth_linkedin",
          "last_authenticated_at": "2025-06-30T09:40:08Z",
          "created_at": "2025-06-30T09:40:09Z",
          "updated_at": "2025-06-30T09:40:08Z",
          "linked_in_oauth_factor": {
            "id": "oauth-user-test-10000000-0000-4000-8000-000000000070",
            "provider_subject": "linkedin-subject",
            "email_id": "email-test-10000000-0000-4000-8000-000000000071"
          }
        },
        {
          "type": "oauth",
          "delivery_method": "oauth_tiktok",
          "last_authenticated_at": "2025-06-30T09:40:08Z",
          "created_at": "2025-06-30T09:40:09Z",
          "updated_at": "2025-06-30T09:40:08Z",
          "tik_tok_oauth_factor": {
            "id": "oauth-user-test-10000000-0000-4000-8000-000000000072",
            "provider_subject": "tiktok-subject",
            "email_id": "email-test-10000000-0000-4000-8000-000000000073"
          }
        }
      ],
      "started_at": "2025-06-30T09:40:08Z",
      "last_accessed_at": "2025-06-30T09:45:08.935673Z",
      "expires_at": "2025-07-30T09:40:08.935673870Z",
      "attributes": { "ip_address": "203.0.113.7", "user_agent": "Browser/1.0" },
      "custom_claims": {},
      "roles": ["stytch_user"]
    },
    "session_token": "",
    "session_jwt": "",
    "user": {
      "user_id": "user-test-10000000-0000-4000-8000-000000000074",
      "status": "active",
      "emails": [
        {
          "email_id": "email-test-10000000-0000-4000-8000-000000000075",
          "email": "ada@example.com",
          "verified": true
        }
      ],
      "phone_numbers": [],
      "webauthn_registrations": [],
      "providers": [],
      "totps": [],
      "crypto_wallets": [],
      "biometric_registrations": [],
      "name": { "first_name": "Ada", "middle_name": "", "last_name": "Lovelace" },
      "created_at": "2025-06-30T09:40:08Z",
      "password": { "password_id": "password-test-10000000-0000-4000-8000-000000000076", "requires_reset": false },
      "trusted_metadata": {},
      "untrusted_metadata": {},
      "external_id": null,
      "is_locked": false,
      "lock_created_at": null,
      "lock_expires_at": null,
      "roles": ["stytch_user"]
    }
  }
}

1957 payloads/password_authenticate.json
{
  "description": "A sign-in with a password.",
  "source": "written for this project, after the published reference",
  "operation": "passwords.authenticate",
  "status": 200,
  "body": {
    "status_code": 200,
    "request_id": "request-id-test-10000000-0000-4000-8000-000000000450",
    "user_id": "user-test-10000000-0000-4000-8000-000000000447",
    "user": {
      "user_id": "user-test-10000000-0000-4000-8000-000000000447",
      "status": "active",
      "emails": [
        {
          "email_id": "email-test-10000000-0000-4000-8000-000000000448",
          "email": "ada@example.com",
          "verified": true
        }
      ],
      "phone_numbers": [],
      "webauthn_registrations": [],
      "providers": [],
      "totps": [],
      "crypto_wallets": [],
      "biometric_registrations": [],
      "name": {},
      "created_at": "2026-03-04T05:06:07Z",
      "password": null,
      "trusted_metadata": {},
      "untrusted_metadata": {},
      "external_id": null,
      "is_locked": false,
      "lock_created_at": null,
      "lock_expires_at": null,
      "roles": ["stytch_user"]
    },
    "session": {
      "session_id": "session-test-10000000-0000-4000-8000-000000000449",
      "user_id": "user-test-10000000-0000-4000-8000-000000000447",
      "authentication_factors": [
        {
          "type": "password",
          "delivery_method": "knowledge",
          "last_authenticated_at": "2026-03-04T05:06:07Z",
          "created_at": "2026-03-04T05:06:08Z",
          "updated_at": "2026-03-04T05:06:07Z"
        }
      ],
      "started_at": "2026-03-04T05:06:07Z",
      "last_accessed_at": "2026-03-04T05:06:07Z",
      "expires_at": "2026-04-03T05:06:07Z",
      "attributes": { "ip_address": "", "user_agent": "" },
      "custom_claims": {},
      "roles": ["stytch_user"]
    },
    "session_token": "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
    "session_jwt": "e30.e30.AA",
    "user_device": null
  }
}

1195 payloads/password_authenticate_without_session.json
{
  "description": "A sign-in that made no session.",
  "source": "written for this project, after the published reference",
  "operation": "passwords.authenticate",
  "status": 200,
  "body": {
    "status_code": 200,
    "request_id": "request-id-test-10000000-0000-4000-8000-000000000453",
    "user_id": "user-test-10000000-0000-4000-8000-000000000451",
    "user": {
      "user_id": "user-test-10000000-0000-4000-8000-000000000451",
      "status": "active",
      "emails": [
        {
          "email_id": "email-test-10000000-0000-4000-8000-000000000452",
          "email": "ada@example.com",
          "verified": true
        }
      ],
      "phone_numbers": [],
      "webauthn_registrations": [],
      "providers": [],
      "totps": [],
      "crypto_wallets": [],
      "biometric_registrations": [],
      "name": {},
      "created_at": "2026-03-04T05:06:07Z",
      "password": null,
      "trusted_metadata": {},
      "untrusted_metadata": {},
      "external_id": null,
      "is_locked": false,
      "lock_created_at": null,
      "lock_expires_at": null,
      "roles": ["stytch_user"]
    },
    "session": null,
    "session_token": "",
    "session_jwt": ""
  }
}

1272 payloads/password_create.json
{
  "description": "A user made with a password, without a session.",
  "source": "written for this project, after the published reference",
  "operation": "passwords.create",
  "status": 200,
  "body": {
    "status_code": 200,
    "request_id": "request-id-test-10000000-0000-4000-8000-000000000441",
    "user_id": "user-test-10000000-0000-4000-8000-000000000439",
    "user": {
      "user_id": "user-test-10000000-0000-4000-8000-000000000439",
      "status": "active",
      "emails": [
        {
          "email_id": "email-test-10000000-0000-4000-8000-000000000440",
          "email": "ada@example.com",
          "verified": true
        }
      ],
      "phone_numbers": [],
      "webauthn_registrations": [],
      "providers": [],
      "totps": [],
      "crypto_wallets": [],
      "biometric_registrations": [],
      "name": {},
      "created_at": "2026-03-04T05:06:07Z",
      "password": null,
      "trusted_metadata": {},
      "untrusted_metadata": {},
      "external_id": null,
      "is_locked": false,
      "lock_created_at": null,
      "lock_expires_at": null,
      "roles": ["stytch_user"]
    },
    "session": null,
    "session_token": "",
    "session_jwt": "",
    "email_id": "email-test-10000000-0000-4000-8000-000000000438"
  }
}

2034 payloads/password_create_with_session.json
{
  "description": "A user made with a password and a session.",
  "source": "written for this project, after the published reference",
  "operation": "passwords.create",
  "status": 200,
  "body": {
    "status_code": 200,
    "request_id": "request-id-test-10000000-0000-4000-8000-000000000446",
    "user_id": "user-test-10000000-0000-4000-8000-000000000443",
    "user": {
      "user_id": "user-test-10000000-0000-4000-8000-000000000443",
      "status": "active",
      "emails": [
        {
          "email_id": "email-test-10000000-0000-4000-8000-000000000444",
          "email": "ada@example.com",
          "verified": true
        }
      ],
      "phone_numbers": [],
      "webauthn_registrations": [],
      "providers": [],
      "totps": [],
      "crypto_wallets": [],
      "biometric_registrations": [],
      "name": {},
      "created_at": "2026-03-04T05:06:07Z",
      "password": null,
      "trusted_metadata": {},
      "untrusted_metadata": {},
      "external_id": null,
      "is_locked": false,
      "lock_created_at": null,
      "lock_expires_at": null,
      "roles": ["stytch_user"]
    },
    "session": {
      "session_id": "session-test-10000000-0000-4000-8000-000000000445",
      "user_id": "user-test-10000000-0000-4000-8000-000000000443",
      "authentication_factors": [
        {
          "type": "password",
          "delivery_method": "knowledge",
          "last_authenticated_at": "2026-03-04T05:06:07Z",
          "created_at": "2026-03-04T05:06:08Z",
          "updated_at": "2026-03-04T05:06:07Z"
        }
      ],
      "started_at": "2026-03-04T05:06:07Z",
      "last_accessed_at": "2026-03-04T05:06:07Z",
      "expires_at": "2026-04-03T05:06:07Z",
      "attributes": { "ip_address": "", "user_agent": "" },
      "custom_claims": {},
      "roles": ["stytch_user"]
    },
    "session_token": "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
    "session_jwt": "e30.e30.AA",
    "email_id": "email-test-10000000-0000-4000-8000-000000000442",
    "user_device": null
  }
}

281 payloads/revoke.json
{
  "description": "What a revoked session answers.",
  "source": "written for this project, after the published reference",
  "operation": "sessions.revoke",
  "status": 200,
  "body": { "status_code": 200, "request_id": "request-id-test-10000000-0000-4000-8000-000000000030" }
}

336 payloads/revoke_with_more.json
{
  "description": "An answer with a key that the call does not have.",
  "source": "written for this project, after the published reference",
  "operation": "sessions.revoke",
  "status": 200,
  "body": {
    "status_code": 200,
    "request_id": "request-id-test-10000000-0000-4000-8000-000000000404",
    "revoked_sessions": 1
  }
}

2146 payloads/session_reset.json
{
  "description": "A password set by session, with a duration.",
  "source": "written for this project, after the published reference",
  "operation": "passwords.session.reset",
  "status": 200,
  "body": {
    "status_code": 200,
    "request_id": "request-id-test-10000000-0000-4000-8000-000000000044",
    "user_id": "user-test-10000000-0000-4000-8000-000000000040",
    "user": {
      "user_id": "user-test-10000000-0000-4000-8000-000000000040",
      "status": "active",
      "emails": [
        {
          "email_id": "email-test-10000000-0000-4000-8000-000000000041",
          "email": "ada@example.com",
          "verified": true
        }
      ],
      "phone_numbers": [],
      "webauthn_registrations": [],
      "providers": [],
      "totps": [],
      "crypto_wallets": [],
      "biometric_registrations": [],
      "name": { "first_name": "Ada", "middle_name": "", "last_name": "Lovelace" },
      "created_at": "2025-06-30T09:40:08Z",
      "password": { "password_id": "password-test-10000000-0000-4000-8000-000000000042", "requires_reset": false },
      "trusted_metadata": {},
      "untrusted_metadata": {},
      "external_id": null,
      "is_locked": false,
      "lock_created_at": null,
      "lock_expires_at": null,
      "roles": ["stytch_user"]
    },
    "session": {
      "session_id": "session-test-10000000-0000-4000-8000-000000000043",
      "user_id": "user-test-10000000-0000-4000-8000-000000000040",
      "authentication_factors": [
        {
          "type": "password",
          "delivery_method": "knowledge",
          "last_authenticated_at": "2025-06-30T09:40:08Z",
          "created_at": "2025-06-30T09:40:09Z",
          "updated_at": "2025-06-30T09:40:08Z"
        }
      ],
      "started_at": "2025-06-30T09:40:08Z",
      "last_accessed_at": "2025-06-30T09:45:08.935673Z",
      "expires_at": "2025-07-30T09:40:08.935673870Z",
      "attributes": { "ip_address": "203.0.113.7", "user_agent": "Browser/1.0" },
      "custom_claims": {},
      "roles": ["stytch_user"]
    },
    "session_token": "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
    "session_jwt": "e30.e30.AA"
  }
}

2030 payloads/session_reset_device.json
{
  "description": "A password set by session, from a new device.",
  "source": "written for this project, after the published reference",
  "operation": "passwords.session.reset",
  "status": 200,
  "body": {
    "status_code": 200,
    "request_id": "request-id-test-10000000-0000-4000-8000-000000000433",
    "user_id": "user-test-10000000-0000-4000-8000-000000000430",
    "user": {
      "user_id": "user-test-10000000-0000-4000-8000-000000000430",
      "status": "active",
      "emails": [
        {
          "email_id": "email-test-10000000-0000-4000-8000-000000000431",
          "email": "ada@example.com",
          "verified": true
        }
      ],
      "phone_numbers": [],
      "webauthn_registrations": [],
      "providers": [],
      "totps": [],
      "crypto_wallets": [],
      "biometric_registrations": [],
      "name": {},
      "created_at": "2026-03-04T05:06:07Z",
      "password": null,
      "trusted_metadata": {},
      "untrusted_metadata": {},
      "external_id": null,
      "is_locked": false,
      "lock_created_at": null,
      "lock_expires_at": null,
      "roles": ["stytch_user"]
    },
    "session": {
      "session_id": "session-test-10000000-0000-4000-8000-000000000432",
      "user_id": "user-test-10000000-0000-4000-8000-000000000430",
      "authentication_factors": [
        {
          "type": "password",
          "delivery_method": "knowledge",
          "last_authenticated_at": "2026-03-04T05:06:07Z",
          "created_at": "2026-03-04T05:06:08Z",
          "updated_at": "2026-03-04T05:06:07Z"
        }
      ],
      "started_at": "2026-03-04T05:06:07Z",
      "last_accessed_at": "2026-03-04T05:06:07Z",
      "expires_at": "2026-04-03T05:06:07Z",
      "attributes": { "ip_address": "", "user_agent": "" },
      "custom_claims": {},
      "roles": ["stytch_user"]
    },
    "session_token": "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
    "session_jwt": "e30.e30.AA",
    "user_device": { "visitor_id": "visitor-1", "visitor_id_details": null }
  }
}

1975 payloads/session_reset_with_more.json
{
  "description": "A reset that tells of sessions it ended.",
  "source": "written for this project, after the published reference",
  "operation": "passwords.session.reset",
  "status": 200,
  "body": {
    "status_code": 200,
    "request_id": "request-id-test-10000000-0000-4000-8000-000000000437",
    "user_id": "user-test-10000000-0000-4000-8000-000000000434",
    "user": {
      "user_id": "user-test-10000000-0000-4000-8000-000000000434",
      "status": "active",
      "emails": [
        {
          "email_id": "email-test-10000000-0000-4000-8000-000000000435",
          "email": "ada@example.com",
          "verified": true
        }
      ],
      "phone_numbers": [],
      "webauthn_registrations": [],
      "providers": [],
      "totps": [],
      "crypto_wallets": [],
      "biometric_registrations": [],
      "name": {},
      "created_at": "2026-03-04T05:06:07Z",
      "password": null,
      "trusted_metadata": {},
      "untrusted_metadata": {},
      "external_id": null,
      "is_locked": false,
      "lock_created_at": null,
      "lock_expires_at": null,
      "roles": ["stytch_user"]
    },
    "session": {
      "session_id": "session-test-10000000-0000-4000-8000-000000000436",
      "user_id": "user-test-10000000-0000-4000-8000-000000000434",
      "authentication_factors": [
        {
          "type": "password",
          "delivery_method": "knowledge",
          "last_authenticated_at": "2026-03-04T05:06:07Z",
          "created_at": "2026-03-04T05:06:08Z",
          "updated_at": "2026-03-04T05:06:07Z"
        }
      ],
      "started_at": "2026-03-04T05:06:07Z",
      "last_accessed_at": "2026-03-04T05:06:07Z",
      "expires_at": "2026-04-03T05:06:07Z",
      "attributes": { "ip_address": "", "user_agent": "" },
      "custom_claims": {},
      "roles": ["stytch_user"]
    },
    "session_token": "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
    "session_jwt": "e30.e30.AA",
    "reset_sessions": true
  }
}

1213 payloads/session_reset_without_session.json
{
  "description": "A password set by session, with no new duration.",
  "source": "written for this project, after the published reference",
  "operation": "passwords.session.reset",
  "status": 200,
  "body": {
    "status_code": 200,
    "request_id": "request-id-test-10000000-0000-4000-8000-000000000429",
    "user_id": "user-test-10000000-0000-4000-8000-000000000427",
    "user": {
      "user_id": "user-test-10000000-0000-4000-8000-000000000427",
      "status": "active",
      "emails": [
        {
          "email_id": "email-test-10000000-0000-4000-8000-000000000428",
          "email": "ada@example.com",
          "verified": true
        }
      ],
      "phone_numbers": [],
      "webauthn_registrations": [],
      "providers": [],
      "totps": [],
      "crypto_wallets": [],
      "biometric_registrations": [],
      "name": {},
      "created_at": "2026-03-04T05:06:07Z",
      "password": null,
      "trusted_metadata": {},
      "untrusted_metadata": {},
      "external_id": null,
      "is_locked": false,
      "lock_created_at": null,
      "lock_expires_at": null,
      "roles": ["stytch_user"]
    },
    "session": null,
    "session_token": "",
    "session_jwt": ""
  }
}

267 payloads/success_cut.json
{
  "description": "A good status, and a body cut in the middle.",
  "source": "written for this project, after the published reference",
  "operation": "sessions.get",
  "status": 200,
  "rawBody": "{\"status_code\":200,\"sessions\":[{\"session_id\":\"session-te"
}

284 payloads/success_twice_the_key.json
{
  "description": "A good answer in which a key comes twice.",
  "source": "written for this project, after the published reference",
  "operation": "sessions.revoke",
  "status": 200,
  "rawBody": "{\"status_code\":200,\"request_id\":\"request-id-test-1\",\"status_code\":200}\n"
}

911 payloads/times_3_digits.json
{
  "description": "Times with three digits.",
  "source": "written for this project, after the published reference",
  "operation": "sessions.get",
  "status": 200,
  "body": {
    "status_code": 200,
    "request_id": "request-id-test-10000000-0000-4000-8000-000000000367",
    "sessions": [
      {
        "session_id": "session-test-10000000-0000-4000-8000-000000000366",
        "user_id": "user-test-10000000-0000-4000-8000-000000000365",
        "authentication_factors": [
          { "type": "password", "delivery_method": "knowledge", "last_authenticated_at": "2026-03-04T05:06:07.125Z" }
        ],
        "started_at": "2026-03-04T05:06:07.125Z",
        "last_accessed_at": "2026-03-04T05:06:07.125Z",
        "expires_at": "2026-04-03T05:06:07.000Z",
        "attributes": { "ip_address": "", "user_agent": "" },
        "custom_claims": {},
        "roles": ["stytch_user"]
      }
    ]
  }
}

995 payloads/times_6_digits.json
{
  "description": "Times with six digits, as the sandbox session has.",
  "source": "written for this project, after the published reference",
  "operation": "sessions.get",
  "status": 200,
  "body": {
    "status_code": 200,
    "request_id": "request-id-test-10000000-0000-4000-8000-000000000370",
    "sessions": [
      {
        "session_id": "session-test-10000000-0000-4000-8000-000000000369",
        "user_id": "user-test-10000000-0000-4000-8000-000000000368",
        "authentication_factors": [
          {
            "type": "password",
            "delivery_method": "knowledge",
            "last_authenticated_at": "2026-03-04T05:06:07.935673Z"
          }
        ],
        "started_at": "2026-03-04T05:06:07.935673Z",
        "last_accessed_at": "2026-03-04T05:06:07.935673Z",
        "expires_at": "2026-04-03T05:06:07.000001Z",
        "attributes": { "ip_address": "", "user_agent": "" },
        "custom_claims": {},
        "roles": ["stytch_user"]
      }
    ]
  }
}

980 payloads/times_9_digits.json
{
  "description": "Times with nine digits.",
  "source": "written for this project, after the published reference",
  "operation": "sessions.get",
  "status": 200,
  "body": {
    "status_code": 200,
    "request_id": "request-id-test-10000000-0000-4000-8000-000000000373",
    "sessions": [
      {
        "session_id": "session-test-10000000-0000-4000-8000-000000000372",
        "user_id": "user-test-10000000-0000-4000-8000-000000000371",
        "authentication_factors": [
          {
            "type": "password",
            "delivery_method": "knowledge",
            "last_authenticated_at": "2026-03-04T05:06:07.935673870Z"
          }
        ],
        "started_at": "2026-03-04T05:06:07.935673870Z",
        "last_accessed_at": "2026-03-04T05:06:07.935673870Z",
        "expires_at": "2026-04-03T05:06:07.000000001Z",
        "attributes": { "ip_address": "", "user_agent": "" },
        "custom_claims": {},
        "roles": ["stytch_user"]
      }
    ]
  }
}

839 payloads/times_empty.json
{
  "description": "Times that are empty texts, as in mocks of SDKs.",
  "source": "written for this project, after the published reference",
  "operation": "sessions.get",
  "status": 200,
  "body": {
    "status_code": 200,
    "request_id": "request-id-test-10000000-0000-4000-8000-000000000391",
    "sessions": [
      {
        "session_id": "session-test-10000000-0000-4000-8000-000000000390",
        "user_id": "user-test-10000000-0000-4000-8000-000000000389",
        "authentication_factors": [
          { "type": "password", "delivery_method": "knowledge", "last_authenticated_at": "" }
        ],
        "started_at": "",
        "last_accessed_at": "",
        "expires_at": "",
        "attributes": { "ip_address": "", "user_agent": "" },
        "custom_claims": {},
        "roles": ["stytch_user"]
      }
    ]
  }
}

925 payloads/times_impossible.json
{
  "description": "A month of 31 days too many, a second 60, a time that is a number.",
  "source": "written for this project, after the published reference",
  "operation": "sessions.get",
  "status": 200,
  "body": {
    "status_code": 200,
    "request_id": "request-id-test-10000000-0000-4000-8000-000000000394",
    "sessions": [
      {
        "session_id": "session-test-10000000-0000-4000-8000-000000000393",
        "user_id": "user-test-10000000-0000-4000-8000-000000000392",
        "authentication_factors": [
          { "type": "password", "delivery_method": "knowledge", "last_authenticated_at": "2026-02-30T05:06:07Z" }
        ],
        "started_at": "2026-02-30T05:06:07Z",
        "last_accessed_at": "2026-03-04T05:06:60Z",
        "expires_at": 1772600767,
        "attributes": { "ip_address": "", "user_agent": "" },
        "custom_claims": {},
        "roles": ["stytch_user"]
      }
    ]
  }
}

936 payloads/times_mixed.json
{
  "description": "Times of no, six and nine digits in one session.",
  "source": "written for this project, after the published reference",
  "operation": "sessions.get",
  "status": 200,
  "body": {
    "status_code": 200,
    "request_id": "request-id-test-10000000-0000-4000-8000-000000000376",
    "sessions": [
      {
        "session_id": "session-test-10000000-0000-4000-8000-000000000375",
        "user_id": "user-test-10000000-0000-4000-8000-000000000374",
        "authentication_factors": [
          { "type": "password", "delivery_method": "knowledge", "last_authenticated_at": "2026-03-04T05:06:07Z" }
        ],
        "started_at": "2026-03-04T05:06:07Z",
        "last_accessed_at": "2026-03-04T05:06:07.935673Z",
        "expires_at": "2026-04-03T05:06:07.935673870Z",
        "attributes": { "ip_address": "", "user_agent": "" },
        "custom_claims": {},
        "roles": ["stytch_user"]
      }
    ]
  }
}

819 payloads/times_null.json
{
  "description": "Times that are null.",
  "source": "written for this project, after the published reference",
  "operation": "sessions.get",
  "status": 200,
  "body": {
    "status_code": 200,
    "request_id": "request-id-test-10000000-0000-4000-8000-000000000382",
    "sessions": [
      {
        "session_id": "session-test-10000000-0000-4000-8000-000000000381",
        "user_id": "user-test-10000000-0000-4000-8000-000000000380",
        "authentication_factors": [
          { "type": "password", "delivery_method": "knowledge", "last_authenticated_at": null }
        ],
        "started_at": null,
        "last_accessed_at": null,
        "expires_at": null,
        "attributes": { "ip_address": "", "user_agent": "" },
        "custom_claims": {},
        "roles": ["stytch_user"]
      }
    ]
  }
}

923 payloads/times_of_leap_day.json
{
  "description": "A leap day, and the last second of a year.",
  "source": "written for this project, after the published reference",
  "operation": "sessions.get",
  "status": 200,
  "body": {
    "status_code": 200,
    "request_id": "request-id-test-10000000-0000-4000-8000-000000000379",
    "sessions": [
      {
        "session_id": "session-test-10000000-0000-4000-8000-000000000378",
        "user_id": "user-test-10000000-0000-4000-8000-000000000377",
        "authentication_factors": [
          { "type": "password", "delivery_method": "knowledge", "last_authenticated_at": "2024-02-29T23:59:59Z" }
        ],
        "started_at": "2024-02-29T23:59:59Z",
        "last_accessed_at": "2024-12-31T23:59:59.999999999Z",
        "expires_at": "2028-02-29T00:00:00Z",
        "attributes": { "ip_address": "", "user_agent": "" },
        "custom_claims": {},
        "roles": ["stytch_user"]
      }
    ]
  }
}

924 payloads/times_seconds.json
{
  "description": "Times of whole seconds, as nearly all that were seen.",
  "source": "written for this project, after the published reference",
  "operation": "sessions.get",
  "status": 200,
  "body": {
    "status_code": 200,
    "request_id": "request-id-test-10000000-0000-4000-8000-000000000364",
    "sessions": [
      {
        "session_id": "session-test-10000000-0000-4000-8000-000000000363",
        "user_id": "user-test-10000000-0000-4000-8000-000000000362",
        "authentication_factors": [
          { "type": "password", "delivery_method": "knowledge", "last_authenticated_at": "2026-03-04T05:06:07Z" }
        ],
        "started_at": "2026-03-04T05:06:07Z",
        "last_accessed_at": "2026-03-04T05:06:07Z",
        "expires_at": "2026-04-03T05:06:07Z",
        "attributes": { "ip_address": "", "user_agent": "" },
        "custom_claims": {},
        "roles": ["stytch_user"]
      }
    ]
  }
}

923 payloads/times_with_offset.json
{
  "description": "Times with an offset from UTC.",
  "source": "written for this project, after the published reference",
  "operation": "sessions.get",
  "status": 200,
  "body": {
    "status_code": 200,
    "request_id": "request-id-test-10000000-0000-4000-8000-000000000385",
    "sessions": [
      {
        "session_id": "session-test-10000000-0000-4000-8000-000000000384",
        "user_id": "user-test-10000000-0000-4000-8000-000000000383",
        "authentication_factors": [
          { "type": "password", "delivery_method": "knowledge", "last_authenticated_at": "2026-03-04T07:06:07+02:00" }
        ],
        "started_at": "2026-03-04T07:06:07+02:00",
        "last_accessed_at": "2026-03-04T05:06:07-00:00",
        "expires_at": "2026-04-03T10:36:07.5+05:30",
        "attributes": { "ip_address": "", "user_agent": "" },
        "custom_claims": {},
        "roles": ["stytch_user"]
      }
    ]
  }
}

898 payloads/times_without_zone.json
{
  "description": "Times that do not say their zone.",
  "source": "written for this project, after the published reference",
  "operation": "sessions.get",
  "status": 200,
  "body": {
    "status_code": 200,
    "request_id": "request-id-test-10000000-0000-4000-8000-000000000388",
    "sessions": [
      {
        "session_id": "session-test-10000000-0000-4000-8000-000000000387",
        "user_id": "user-test-10000000-0000-4000-8000-000000000386",
        "authentication_factors": [
          { "type": "password", "delivery_method": "knowledge", "last_authenticated_at": "2026-03-04T05:06:07" }
        ],
        "started_at": "2026-03-04T05:06:07",
        "last_accessed_at": "2026-03-04T05:06:07.935673",
        "expires_at": "2026-04-03",
        "attributes": { "ip_address": "", "user_agent": "" },
        "custom_claims": {},
        "roles": ["stytch_user"]
      }
    ]
  }
}

2090 payloads/unknown_factor.json
{
  "description": "A factor of a type and a way of delivery that no version knows.",
  "source": "written for this project, after the published reference",
  "operation": "sessions.authenticate",
  "status": 200,
  "body": {
    "status_code": 200,
    "request_id": "request-id-test-10000000-0000-4000-8000-000000000056",
    "session": {
      "session_id": "session-test-10000000-0000-4000-8000-000000000055",
      "user_id": "user-test-10000000-0000-4000-8000-000000000052",
      "authentication_factors": [
        {
          "type": "smoke_signal",
          "delivery_method": "hilltop",
          "last_authenticated_at": "2025-06-30T09:40:08Z",
          "created_at": "2025-06-30T09:40:09Z",
          "updated_at": "2025-06-30T09:40:08Z",
          "hilltop_factor": { "id": "h" }
        }
      ],
      "started_at": "2025-06-30T09:40:08Z",
      "last_accessed_at": "2025-06-30T09:45:08.935673Z",
      "expires_at": "2025-07-30T09:40:08.935673870Z",
      "attributes": { "ip_address": "203.0.113.7", "user_agent": "Browser/1.0" },
      "custom_claims": {},
      "roles": ["stytch_user"]
    },
    "session_token": "",
    "session_jwt": "",
    "user": {
      "user_id": "user-test-10000000-0000-4000-8000-000000000052",
      "status": "active",
      "emails": [
        {
          "email_id": "email-test-10000000-0000-4000-8000-000000000053",
          "email": "ada@example.com",
          "verified": true
        }
      ],
      "phone_numbers": [],
      "webauthn_registrations": [],
      "providers": [],
      "totps": [],
      "crypto_wallets": [],
      "biometric_registrations": [],
      "name": { "first_name": "Ada", "middle_name": "", "last_name": "Lovelace" },
      "created_at": "2025-06-30T09:40:08Z",
      "password": { "password_id": "password-test-10000000-0000-4000-8000-000000000054", "requires_reset": false },
      "trusted_metadata": {},
      "untrusted_metadata": {},
      "external_id": null,
      "is_locked": false,
      "lock_created_at": null,
      "lock_expires_at": null,
      "roles": ["stytch_user"]
    }
  }
}

2157 payloads/unknown_fields.json
{
  "description": "Fields that no version knows, at four depths.",
  "source": "written for this project, after the published reference",
  "operation": "sessions.authenticate",
  "status": 200,
  "body": {
    "status_code": 200,
    "request_id": "request-id-test-10000000-0000-4000-8000-000000000122",
    "session": {
      "session_id": "session-test-10000000-0000-4000-8000-000000000121",
      "user_id": "user-test-10000000-0000-4000-8000-000000000118",
      "authentication_factors": [
        {
          "type": "password",
          "delivery_method": "knowledge",
          "last_authenticated_at": "2025-06-30T09:40:08Z",
          "created_at": "2025-06-30T09:40:09Z",
          "updated_at": "2025-06-30T09:40:08Z",
          "strength": 2
        }
      ],
      "started_at": "2025-06-30T09:40:08Z",
      "last_accessed_at": "2025-06-30T09:45:08.935673Z",
      "expires_at": "2025-07-30T09:40:08.935673870Z",
      "attributes": { "ip_address": "203.0.113.7", "user_agent": "Browser/1.0" },
      "custom_claims": {},
      "roles": ["stytch_user"],
      "mood": "calm"
    },
    "session_token": "",
    "session_jwt": "",
    "user": {
      "user_id": "user-test-10000000-0000-4000-8000-000000000118",
      "status": "active",
      "emails": [
        {
          "email_id": "email-test-10000000-0000-4000-8000-000000000119",
          "email": "ada@example.com",
          "verified": true,
          "primary": true
        }
      ],
      "phone_numbers": [],
      "webauthn_registrations": [],
      "providers": [],
      "totps": [],
      "crypto_wallets": [],
      "biometric_registrations": [],
      "name": { "first_name": "Ada", "middle_name": "", "last_name": "Lovelace" },
      "created_at": "2025-06-30T09:40:08Z",
      "password": { "password_id": "password-test-10000000-0000-4000-8000-000000000120", "requires_reset": false },
      "trusted_metadata": {},
      "untrusted_metadata": {},
      "external_id": null,
      "is_locked": false,
      "lock_created_at": null,
      "lock_expires_at": null,
      "roles": ["stytch_user"],
      "shoe_size": { "eu": 38 }
    },
    "weather": "fair"
  }
}

2411 payloads/user.json
{
  "description": "A user with one of everything.",
  "source": "written for this project, after the published reference",
  "operation": "users.get",
  "status": 200,
  "body": {
    "status_code": 200,
    "request_id": "request-id-test-10000000-0000-4000-8000-000000000105",
    "user_id": "user-test-10000000-0000-4000-8000-000000000096",
    "status": "active",
    "emails": [
      { "email_id": "email-test-10000000-0000-4000-8000-000000000097", "email": "ada@example.com", "verified": true }
    ],
    "phone_numbers": [
      {
        "phone_id": "phone-number-test-10000000-0000-4000-8000-000000000099",
        "phone_number": "+15005550006",
        "verified": true
      }
    ],
    "webauthn_registrations": [
      {
        "webauthn_registration_id": "webauthn-registration-test-10000000-0000-4000-8000-000000000100",
        "domain": "example.com",
        "user_agent": "Browser/1.0",
        "verified": true,
        "authenticator_type": "platform",
        "name": "laptop"
      }
    ],
    "providers": [
      {
        "provider_type": "Google",
        "provider_subject": "100000000000000000001",
        "profile_picture_url": "https://example.com/ada.png",
        "locale": "en-GB",
        "oauth_user_registration_id": "oauth-user-test-10000000-0000-4000-8000-000000000101"
      }
    ],
    "totps": [{ "totp_id": "totp-test-10000000-0000-4000-8000-000000000102", "verified": true }],
    "crypto_wallets": [
      {
        "crypto_wallet_id": "crypto-wallet-test-10000000-0000-4000-8000-000000000103",
        "crypto_wallet_address": "0x00000000000000000000000000000000000000aa",
        "crypto_wallet_type": "ethereum",
        "verified": true
      }
    ],
    "biometric_registrations": [
      {
        "biometric_registration_id": "biometric-registration-test-10000000-0000-4000-8000-000000000104",
        "verified": true
      }
    ],
    "name": { "first_name": "Ada", "middle_name": "", "last_name": "Lovelace" },
    "created_at": "2025-06-30T09:40:08Z",
    "password": { "password_id": "password-test-10000000-0000-4000-8000-000000000098", "requires_reset": false },
    "trusted_metadata": { "tier": "gold", "balance": 12345678901234567890.10 },
    "untrusted_metadata": { "theme": { "dark": true } },
    "external_id": null,
    "is_locked": false,
    "lock_created_at": null,
    "lock_expires_at": null,
    "roles": ["stytch_user"]
  }
}

877 payloads/user_2022.json
{
  "description": "A user as of 2022: providers of two fields, no biometrics.",
  "source": "written for this project, after the published reference",
  "operation": "users.get",
  "status": 200,
  "body": {
    "status_code": 200,
    "request_id": "request-id-test-10000000-0000-4000-8000-000000000479",
    "user_id": "user-test-10000000-0000-4000-8000-000000000477",
    "status": "active",
    "emails": [
      { "email_id": "email-test-10000000-0000-4000-8000-000000000478", "email": "ada@example.com", "verified": true }
    ],
    "phone_numbers": [],
    "webauthn_registrations": [],
    "providers": [{ "provider_type": "Google", "provider_subject": "100000000000000000001" }],
    "totps": [],
    "crypto_wallets": [],
    "name": {},
    "created_at": "2026-03-04T05:06:07Z",
    "password": null,
    "trusted_metadata": {},
    "untrusted_metadata": {}
  }
}

1149 payloads/user_2024.json
{
  "description": "A user as v15.4.0 knows one.",
  "source": "written for this project, after the published reference",
  "operation": "users.get",
  "status": 200,
  "body": {
    "status_code": 200,
    "request_id": "request-id-test-10000000-0000-4000-8000-000000000484",
    "user_id": "user-test-10000000-0000-4000-8000-000000000480",
    "status": "active",
    "emails": [
      { "email_id": "email-test-10000000-0000-4000-8000-000000000481", "email": "ada@example.com", "verified": true }
    ],
    "phone_numbers": [],
    "webauthn_registrations": [],
    "providers": [
      {
        "provider_type": "Microsoft",
        "provider_subject": "subject-1",
        "profile_picture_url": "",
        "locale": "",
        "oauth_user_registration_id": "oauth-user-test-10000000-0000-4000-8000-000000000482"
      }
    ],
    "totps": [],
    "crypto_wallets": [],
    "biometric_registrations": [],
    "name": {},
    "created_at": "2026-03-04T05:06:07Z",
    "password": { "password_id": "password-test-10000000-0000-4000-8000-000000000483", "requires_reset": true },
    "trusted_metadata": {},
    "untrusted_metadata": {}
  }
}

1076 payloads/user_2026.json
{
  "description": "A user of today with an id of the project's own.",
  "source": "written for this project, after the published reference",
  "operation": "users.get",
  "status": 200,
  "body": {
    "status_code": 200,
    "request_id": "request-id-test-10000000-0000-4000-8000-000000000488",
    "user_id": "user-test-10000000-0000-4000-8000-000000000485",
    "status": "active",
    "emails": [
      { "email_id": "email-test-10000000-0000-4000-8000-000000000486", "email": "ada@example.com", "verified": true }
    ],
    "phone_numbers": [],
    "webauthn_registrations": [],
    "providers": [],
    "totps": [],
    "crypto_wallets": [],
    "biometric_registrations": [],
    "name": {},
    "created_at": "2026-03-04T05:06:07Z",
    "password": { "password_id": "password-test-10000000-0000-4000-8000-000000000487", "requires_reset": false },
    "trusted_metadata": {},
    "untrusted_metadata": {},
    "external_id": "crm_1-a.b|c",
    "is_locked": false,
    "lock_created_at": null,
    "lock_expires_at": null,
    "roles": ["stytch_user", "editor"]
  }
}

337 payloads/user_deleted.json
{
  "description": "A user deleted.",
  "source": "written for this project, after the published reference",
  "operation": "users.delete",
  "status": 200,
  "body": {
    "status_code": 200,
    "request_id": "request-id-test-10000000-0000-4000-8000-000000000519",
    "user_id": "user-test-10000000-0000-4000-8000-000000000518"
  }
}

1329 payloads/user_devices.json
{
  "description": "An authenticator app, a wallet and a device key.",
  "source": "written for this project, after the published reference",
  "operation": "users.get",
  "status": 200,
  "body": {
    "status_code": 200,
    "request_id": "request-id-test-10000000-0000-4000-8000-000000000507",
    "user_id": "user-test-10000000-0000-4000-8000-000000000503",
    "status": "active",
    "emails": [],
    "phone_numbers": [],
    "webauthn_registrations": [],
    "providers": [],
    "totps": [{ "totp_id": "totp-test-10000000-0000-4000-8000-000000000504", "verified": false }],
    "crypto_wallets": [
      {
        "crypto_wallet_id": "crypto-wallet-test-10000000-0000-4000-8000-000000000505",
        "crypto_wallet_address": "0x00000000000000000000000000000000000000aa",
        "crypto_wallet_type": "ethereum",
        "verified": true
      }
    ],
    "biometric_registrations": [
      {
        "biometric_registration_id": "biometric-registration-test-10000000-0000-4000-8000-000000000506",
        "verified": true
      }
    ],
    "name": {},
    "created_at": "2026-03-04T05:06:07Z",
    "password": null,
    "trusted_metadata": {},
    "untrusted_metadata": {},
    "external_id": null,
    "is_locked": false,
    "lock_created_at": null,
    "lock_expires_at": null,
    "roles": ["stytch_user"]
  }
}

1222 payloads/user_drift.json
{
  "description": "New keys at the top, in a list and in the name.",
  "source": "written for this project, after the published reference",
  "operation": "users.get",
  "status": 200,
  "body": {
    "status_code": 200,
    "request_id": "request-id-test-10000000-0000-4000-8000-000000000517",
    "user_id": "user-test-10000000-0000-4000-8000-000000000514",
    "status": "active",
    "emails": [
      { "email_id": "email-test-10000000-0000-4000-8000-000000000515", "email": "ada@example.com", "verified": true },
      {
        "email_id": "email-test-10000000-0000-4000-8000-000000000516",
        "email": "ada@example.org",
        "verified": true,
        "primary": true
      }
    ],
    "phone_numbers": [],
    "webauthn_registrations": [],
    "providers": [],
    "totps": [],
    "crypto_wallets": [],
    "biometric_registrations": [],
    "name": { "first_name": "Ada", "title": "Countess" },
    "created_at": "2026-03-04T05:06:07Z",
    "password": null,
    "trusted_metadata": {},
    "untrusted_metadata": {},
    "external_id": null,
    "is_locked": false,
    "lock_created_at": null,
    "lock_expires_at": null,
    "roles": ["stytch_user"],
    "updated_at": "2026-03-04T05:06:07Z"
  }
}

828 payloads/user_lists_null.json
{
  "description": "A user whose lists are null.",
  "source": "written for this project, after the published reference",
  "operation": "users.get",
  "status": 200,
  "body": {
    "status_code": 200,
    "request_id": "request-id-test-10000000-0000-4000-8000-000000000513",
    "user_id": "user-test-10000000-0000-4000-8000-000000000512",
    "status": "active",
    "emails": [],
    "phone_numbers": [],
    "webauthn_registrations": [],
    "providers": null,
    "totps": null,
    "crypto_wallets": [],
    "biometric_registrations": null,
    "name": {},
    "created_at": "2026-03-04T05:06:07Z",
    "password": null,
    "trusted_metadata": {},
    "untrusted_metadata": {},
    "external_id": null,
    "is_locked": false,
    "lock_created_at": null,
    "lock_expires_at": null,
    "roles": ["stytch_user"]
  }
}

1092 payloads/user_locked.json
{
  "description": "A locked user with an id of the project's own, an empty name and an empty text.",
  "source": "written for this project, after the published reference",
  "operation": "users.get",
  "status": 200,
  "body": {
    "status_code": 200,
    "request_id": "request-id-test-10000000-0000-4000-8000-000000000117",
    "user_id": "user-test-10000000-0000-4000-8000-000000000114",
    "status": "active",
    "emails": [{ "email_id": "email-test-10000000-0000-4000-8000-000000000115", "email": "", "verified": true }],
    "phone_numbers": [],
    "webauthn_registrations": [],
    "providers": [],
    "totps": [],
    "crypto_wallets": [],
    "biometric_registrations": [],
    "name": {},
    "created_at": "2025-06-30T09:40:08Z",
    "password": { "password_id": "password-test-10000000-0000-4000-8000-000000000116", "requires_reset": false },
    "trusted_metadata": {},
    "untrusted_metadata": {},
    "external_id": "crm-1|a.b_c",
    "is_locked": true,
    "lock_created_at": "2025-06-30T09:40:08Z",
    "lock_expires_at": "2025-06-30T09:40:08Z",
    "roles": []
  }
}

914 payloads/user_metadata.json
{
  "description": "Metadata of any shape.",
  "source": "written for this project, after the published reference",
  "operation": "users.get",
  "status": 200,
  "body": {
    "status_code": 200,
    "request_id": "request-id-test-10000000-0000-4000-8000-000000000509",
    "user_id": "user-test-10000000-0000-4000-8000-000000000508",
    "status": "active",
    "emails": [],
    "phone_numbers": [],
    "webauthn_registrations": [],
    "providers": [],
    "totps": [],
    "crypto_wallets": [],
    "biometric_registrations": [],
    "name": {},
    "created_at": "2026-03-04T05:06:07Z",
    "password": null,
    "trusted_metadata": { "plan": { "seats": [1, 2], "price": 19.90 }, "id": 9007199254740993 },
    "untrusted_metadata": { "user_id": "mine", "": null },
    "external_id": null,
    "is_locked": false,
    "lock_created_at": null,
    "lock_expires_at": null,
    "roles": ["stytch_user"]
  }
}

931 payloads/user_names.json
{
  "description": "Names in several scripts, with an escape and an emoji.",
  "source": "written for this project, after the published reference",
  "operation": "users.get",
  "status": 200,
  "body": {
    "status_code": 200,
    "request_id": "request-id-test-10000000-0000-4000-8000-000000000511",
    "user_id": "user-test-10000000-0000-4000-8000-000000000510",
    "status": "active",
    "emails": [],
    "phone_numbers": [],
    "webauthn_registrations": [],
    "providers": [],
    "totps": [],
    "crypto_wallets": [],
    "biometric_registrations": [],
    "name": { "first_name": "Zoë 😀", "middle_name": "", "last_name": "Лавлейс \"A\"" },
    "created_at": "2026-03-04T05:06:07Z",
    "password": null,
    "trusted_metadata": {},
    "untrusted_metadata": {},
    "external_id": null,
    "is_locked": false,
    "lock_created_at": null,
    "lock_expires_at": null,
    "roles": ["stytch_user"]
  }
}

682 payloads/user_of_absent_fields.json
{
  "description": "A user whose optional fields are absent.",
  "source": "written for this project, after the published reference",
  "operation": "users.get",
  "status": 200,
  "body": {
    "status_code": 200,
    "request_id": "request-id-test-10000000-0000-4000-8000-000000000113",
    "user_id": "user-test-10000000-0000-4000-8000-000000000110",
    "status": "active",
    "emails": [
      { "email_id": "email-test-10000000-0000-4000-8000-000000000111", "email": "ada@example.com", "verified": true }
    ],
    "phone_numbers": [],
    "webauthn_registrations": [],
    "providers": [],
    "totps": [],
    "crypto_wallets": [],
    "biometric_registrations": []
  }
}

931 payloads/user_of_nulls.json
{
  "description": "A user whose optional fields are null.",
  "source": "written for this project, after the published reference",
  "operation": "users.get",
  "status": 200,
  "body": {
    "status_code": 200,
    "request_id": "request-id-test-10000000-0000-4000-8000-000000000109",
    "user_id": "user-test-10000000-0000-4000-8000-000000000106",
    "status": "active",
    "emails": [
      { "email_id": "email-test-10000000-0000-4000-8000-000000000107", "email": "ada@example.com", "verified": true }
    ],
    "phone_numbers": [],
    "webauthn_registrations": [],
    "providers": [],
    "totps": [],
    "crypto_wallets": [],
    "biometric_registrations": [],
    "name": null,
    "created_at": null,
    "password": null,
    "trusted_metadata": null,
    "untrusted_metadata": null,
    "external_id": null,
    "is_locked": null,
    "lock_created_at": null,
    "lock_expires_at": null,
    "roles": null
  }
}

1116 payloads/user_passkey_unknown.json
{
  "description": "A passkey of an authenticator type that nobody knows.",
  "source": "written for this project, after the published reference",
  "operation": "users.get",
  "status": 200,
  "body": {
    "status_code": 200,
    "request_id": "request-id-test-10000000-0000-4000-8000-000000000502",
    "user_id": "user-test-10000000-0000-4000-8000-000000000500",
    "status": "active",
    "emails": [],
    "phone_numbers": [],
    "webauthn_registrations": [
      {
        "webauthn_registration_id": "webauthn-registration-test-10000000-0000-4000-8000-000000000501",
        "domain": "example.com",
        "user_agent": "",
        "verified": true,
        "authenticator_type": "implant",
        "name": ""
      }
    ],
    "providers": [],
    "totps": [],
    "crypto_wallets": [],
    "biometric_registrations": [],
    "name": {},
    "created_at": "2026-03-04T05:06:07Z",
    "password": null,
    "trusted_metadata": {},
    "untrusted_metadata": {},
    "external_id": null,
    "is_locked": false,
    "lock_created_at": null,
    "lock_expires_at": null,
    "roles": ["stytch_user"]
  }
}

1655 payloads/user_passkeys.json
{
  "description": "Passkeys of each authenticator type; the first has no name, as before v11.4.2.",
  "source": "written for this project, after the published reference",
  "operation": "users.get",
  "status": 200,
  "body": {
    "status_code": 200,
    "request_id": "request-id-test-10000000-0000-4000-8000-000000000499",
    "user_id": "user-test-10000000-0000-4000-8000-000000000495",
    "status": "active",
    "emails": [],
    "phone_numbers": [],
    "webauthn_registrations": [
      {
        "webauthn_registration_id": "webauthn-registration-test-10000000-0000-4000-8000-000000000496",
        "domain": "example.com",
        "user_agent": "",
        "verified": true,
        "authenticator_type": "platform"
      },
      {
        "webauthn_registration_id": "webauthn-registration-test-10000000-0000-4000-8000-000000000497",
        "domain": "example.com",
        "user_agent": "",
        "verified": true,
        "authenticator_type": "cross-platform",
        "name": ""
      },
      {
        "webauthn_registration_id": "webauthn-registration-test-10000000-0000-4000-8000-000000000498",
        "domain": "example.com",
        "user_agent": "",
        "verified": true,
        "authenticator_type": "",
        "name": "key"
      }
    ],
    "providers": [],
    "totps": [],
    "crypto_wallets": [],
    "biometric_registrations": [],
    "name": {},
    "created_at": "2026-03-04T05:06:07Z",
    "password": null,
    "trusted_metadata": {},
    "untrusted_metadata": {},
    "external_id": null,
    "is_locked": false,
    "lock_created_at": null,
    "lock_expires_at": null,
    "roles": ["stytch_user"]
  }
}

1122 payloads/user_pending.json
{
  "description": "A user who has not confirmed anything.",
  "source": "written for this project, after the published reference",
  "operation": "users.get",
  "status": 200,
  "body": {
    "status_code": 200,
    "request_id": "request-id-test-10000000-0000-4000-8000-000000000492",
    "user_id": "user-test-10000000-0000-4000-8000-000000000489",
    "status": "pending",
    "emails": [
      { "email_id": "email-test-10000000-0000-4000-8000-000000000490", "email": "ada@example.com", "verified": false }
    ],
    "phone_numbers": [
      {
        "phone_id": "phone-number-test-10000000-0000-4000-8000-000000000491",
        "phone_number": "+15005550006",
        "verified": false
      }
    ],
    "webauthn_registrations": [],
    "providers": [],
    "totps": [],
    "crypto_wallets": [],
    "biometric_registrations": [],
    "name": {},
    "created_at": "2026-03-04T05:06:07Z",
    "password": null,
    "trusted_metadata": {},
    "untrusted_metadata": {},
    "external_id": null,
    "is_locked": false,
    "lock_created_at": null,
    "lock_expires_at": null,
    "roles": ["stytch_user"]
  }
}

832 payloads/user_status_unknown.json
{
  "description": "A user in a state that nobody knows.",
  "source": "written for this project, after the published reference",
  "operation": "users.get",
  "status": 200,
  "body": {
    "status_code": 200,
    "request_id": "request-id-test-10000000-0000-4000-8000-000000000494",
    "user_id": "user-test-10000000-0000-4000-8000-000000000493",
    "status": "sleeping",
    "emails": [],
    "phone_numbers": [],
    "webauthn_registrations": [],
    "providers": [],
    "totps": [],
    "crypto_wallets": [],
    "biometric_registrations": [],
    "name": {},
    "created_at": "2026-03-04T05:06:07Z",
    "password": null,
    "trusted_metadata": {},
    "untrusted_metadata": {},
    "external_id": null,
    "is_locked": false,
    "lock_created_at": null,
    "lock_expires_at": null,
    "roles": ["stytch_user"]
  }
}

805 payloads/user_wrong_types.json
{
  "description": "A flag that is a text, an id that is a number, a list that is an object.",
  "source": "written for this project, after the published reference",
  "operation": "users.get",
  "status": 200,
  "body": {
    "status_code": 200,
    "request_id": "request-id-test-10000000-0000-4000-8000-000000000520",
    "user_id": 7,
    "status": "active",
    "emails": [],
    "phone_numbers": [],
    "webauthn_registrations": [],
    "providers": [],
    "totps": [],
    "crypto_wallets": [],
    "biometric_registrations": [],
    "name": {},
    "created_at": "2026-03-04T05:06:07Z",
    "password": null,
    "trusted_metadata": {},
    "untrusted_metadata": {},
    "external_id": null,
    "is_locked": "no",
    "lock_created_at": null,
    "lock_expires_at": null,
    "roles": {}
  }
}

39872 requirements.json
[
  {
    "id": "answer-request-id",
    "text": "every answer, good or bad, carries a non-empty `request_id`, unlike any other's",
    "source": "stytch-go v15.4.0 consumer/sessions; stytch-go v15.9.0 consumer/passwords/session",
    "ground": "documented"
  },
  {
    "id": "answer-status-code",
    "text": "`status_code` is an integer equal to the HTTP status",
    "source": "stytch-go v15.4.0 consumer/sessions; stytch-go v15.9.0 consumer/passwords/session",
    "ground": "documented"
  },
  {
    "id": "answer-json",
    "text": "the content type is JSON and the body is one JSON value in UTF-8",
    "source": "Stytch API reference, SDK sources and public captures",
    "ground": "observed"
  },
  {
    "id": "answer-times",
    "text": "every time is RFC 3339 in UTC, ending in `Z`, with 0, 6 or 9 fraction digits",
    "source": "stytch-go v15.4.0 consumer/sessions; Stytch API reference, SDK sources and public captures",
    "ground": "documented, observed"
  },
  {
    "id": "answer-error-envelope",
    "text": "an error carries status_code, request_id, error_type, error_message, error_url",
    "source": "Stytch API reference, SDK sources and public captures",
    "ground": "documented"
  },
  {
    "id": "auth-basic",
    "text": "requests carry Basic credentials of project id and secret; without or with wrong ones 401 `unauthorized_credentials`",
    "source": "Stytch API reference, SDK sources and public captures",
    "ground": "documented"
  },
  {
    "id": "route-unknown",
    "text": "an unknown path is 404 `route_not_found`; a wrong method is 405 `method_not_allowed`",
    "source": "Stytch API reference, SDK sources and public captures",
    "ground": "assumed"
  },
  {
    "id": "body-not-json",
    "text": "a body that is no JSON is 400 `bad_request`",
    "source": "Stytch API reference, SDK sources and public captures",
    "ground": "assumed"
  },
  {
    "id": "rate-limit",
    "text": "429 `too_many_requests` keeps the error envelope",
    "source": "Stytch API reference, SDK sources and public captures",
    "ground": "documented"
  },
  {
    "id": "authenticate-by-token",
    "text": "a live token returns session, user, session_token, session_jwt",
    "source": "stytch-go v15.4.0 consumer/sessions",
    "ground": "documented"
  },
  {
    "id": "authenticate-by-jwt",
    "text": "a live JWT returns the same session and a JWT whose `iat` is now; `session_token` is then empty",
    "source": "stytch-go v15.4.0 consumer/sessions; Stytch API reference, SDK sources and public captures",
    "ground": "documented, observed"
  },
  {
    "id": "authenticate-same-user",
    "text": "`session.user_id` equals `user.user_id`; there is no top-level user_id",
    "source": "Stytch API reference, SDK sources and public captures",
    "ground": "observed"
  },
  {
    "id": "authenticate-needs-one",
    "text": "sessions.authenticate with neither token nor JWT is 400 `no_session_arguments`",
    "source": "stytch-go v15.4.0 consumer/sessions; Stytch API reference, SDK sources and public captures",
    "ground": "assumed"
  },
  {
    "id": "authenticate-not-both",
    "text": "sessions.authenticate with token and JWT is 400 `too_many_session_arguments`",
    "source": "stytch-go v15.4.0 consumer/sessions; Stytch API reference, SDK sources and public captures",
    "ground": "documented"
  },
  {
    "id": "authenticate-unknown-token",
    "text": "a well-formed unknown token is 404 `session_not_found`",
    "source": "Stytch API reference, SDK sources and public captures",
    "ground": "observed"
  },
  {
    "id": "authenticate-malformed-token",
    "text": "a malformed token is 400 `invalid_session_token`",
    "source": "Stytch API reference, SDK sources and public captures",
    "ground": "observed"
  },
  {
    "id": "authenticate-expired-jwt",
    "text": "a JWT past `exp` with a good signature and a live session gives a new JWT",
    "source": "stytch-go v15.4.0 consumer/sessions",
    "ground": "documented"
  },
  {
    "id": "authenticate-bad-jwt",
    "text": "a JWT with a changed signature, of `alg: none`, of another key, or garbage is refused with 4xx",
    "source": "stytch-go v15.4.0 consumer/sessions; Stytch API reference, SDK sources and public captures",
    "ground": "documented, assumed type"
  },
  {
    "id": "authenticate-touches",
    "text": "last_accessed_at moves to now at each call",
    "source": "stytch-go v15.4.0 consumer/sessions; Stytch API reference, SDK sources and public captures",
    "ground": "documented"
  },
  {
    "id": "duration-minimum",
    "text": "a duration of 5 is accepted, 4 is 400 `invalid_session_duration_minutes`",
    "source": "stytch-go v15.4.0 consumer/sessions; Stytch API reference, SDK sources and public captures",
    "ground": "documented"
  },
  {
    "id": "duration-maximum",
    "text": "a duration of 527040 is accepted, 527041 is 400 `invalid_session_duration_minutes`",
    "source": "stytch-go v15.4.0 consumer/sessions; Stytch API reference, SDK sources and public captures",
    "ground": "documented"
  },
  {
    "id": "duration-extends",
    "text": "with a duration expires_at becomes now plus that many minutes",
    "source": "stytch-go v15.4.0 consumer/sessions",
    "ground": "documented"
  },
  {
    "id": "duration-absent",
    "text": "without a duration expires_at stays as it was",
    "source": "stytch-go v15.4.0 consumer/sessions; Stytch API reference, SDK sources and public captures",
    "ground": "documented"
  },
  {
    "id": "duration-wrong-type",
    "text": "a duration that is a string, a fraction, null or negative is 400, never 500",
    "source": "Stytch API reference, SDK sources and public captures",
    "ground": "assumed"
  },
  {
    "id": "claims-set",
    "text": "claims given with a duration appear in `session.custom_claims` and as top-level claims of the JWT",
    "source": "stytch-go v15.4.0 consumer/sessions; Stytch API reference, SDK sources and public captures",
    "ground": "documented"
  },
  {
    "id": "claims-update",
    "text": "a new value of a claim replaces the old one; nested objects merge",
    "source": "stytch-go v15.4.0 consumer/sessions; Stytch API reference, SDK sources and public captures",
    "ground": "documented"
  },
  {
    "id": "claims-delete",
    "text": "a claim of null deletes its key",
    "source": "stytch-go v15.4.0 consumer/sessions",
    "ground": "documented"
  },
  {
    "id": "claims-reserved",
    "text": "the claims iss sub aud exp nbf iat jti are ignored or refused, never taken over",
    "source": "stytch-go v15.4.0 consumer/sessions; Stytch API reference, SDK sources and public captures",
    "ground": "assumed"
  },
  {
    "id": "claims-size",
    "text": "claims of more than 4 KB in total are 400 `custom_claims_too_large`",
    "source": "stytch-go v15.4.0 consumer/sessions; Stytch API reference, SDK sources and public captures",
    "ground": "assumed type"
  },
  {
    "id": "claims-need-session",
    "text": "claims without a duration make no session of their own",
    "source": "stytch-go v15.4.0 consumer/sessions",
    "ground": "documented"
  },
  {
    "id": "session-expired",
    "text": "after expires_at the token is 404 `session_not_found`",
    "source": "stytch-go v15.4.0 consumer/sessions; Stytch API reference, SDK sources and public captures",
    "ground": "documented"
  },
  {
    "id": "session-object",
    "text": "a session has session_id, user_id, authentication_factors, started_at, last_accessed_at, expires_at, attributes, custom_claims; today also roles",
    "source": "stytch-go v15.4.0 consumer/sessions; Stytch API reference, SDK sources and public captures",
    "ground": "documented"
  },
  {
    "id": "session-times-order",
    "text": "started_at ≤ last_accessed_at ≤ expires_at",
    "source": "stytch-go v15.4.0 consumer/sessions",
    "ground": "documented"
  },
  {
    "id": "factor-type-magic_link",
    "text": "the factor type `magic_link` decodes",
    "source": "stytch-go v15.4.0 consumer/sessions",
    "ground": "documented",
    "offline": true
  },
  {
    "id": "factor-type-otp",
    "text": "the factor type `otp` decodes",
    "source": "stytch-go v15.4.0 consumer/sessions",
    "ground": "documented",
    "offline": true
  },
  {
    "id": "factor-type-oauth",
    "text": "the factor type `oauth` decodes",
    "source": "stytch-go v15.4.0 consumer/sessions",
    "ground": "documented",
    "offline": true
  },
  {
    "id": "factor-type-webauthn",
    "text": "the factor type `webauthn` decodes",
    "source": "stytch-go v15.4.0 consumer/sessions",
    "ground": "documented",
    "offline": true
  },
  {
    "id": "factor-type-totp",
    "text": "the factor type `totp` decodes",
    "source": "stytch-go v15.4.0 consumer/sessions",
    "ground": "documented",
    "offline": true
  },
  {
    "id": "factor-type-crypto",
    "text": "the factor type `crypto` decodes",
    "source": "stytch-go v15.4.0 consumer/sessions",
    "ground": "documented",
    "offline": true
  },
  {
    "id": "factor-type-password",
    "text": "the factor type `password` decodes",
    "source": "stytch-go v15.4.0 consumer/sessions",
    "ground": "documented",
    "offline": true
  },
  {
    "id": "factor-type-signature_challenge",
    "text": "the factor type `signature_challenge` decodes",
    "source": "stytch-go v15.4.0 consumer/sessions",
    "ground": "documented",
    "offline": true
  },
  {
    "id": "factor-type-sso",
    "text": "the factor type `sso` decodes",
    "source": "stytch-go v15.4.0 consumer/sessions",
    "ground": "documented",
    "offline": true
  },
  {
    "id": "factor-type-imported",
    "text": "the factor type `imported` decodes",
    "source": "stytch-go v15.4.0 consumer/sessions",
    "ground": "documented",
    "offline": true
  },
  {
    "id": "factor-type-recovery_codes",
    "text": "the factor type `recovery_codes` decodes",
    "source": "stytch-go v15.4.0 consumer/sessions",
    "ground": "documented",
    "offline": true
  },
  {
    "id": "factor-delivery-email",
    "text": "the delivery method `email` decodes",
    "source": "stytch-go v15.4.0 consumer/sessions",
    "ground": "documented",
    "offline": true
  },
  {
    "id": "factor-delivery-sms",
    "text": "the delivery method `sms` decodes",
    "source": "stytch-go v15.4.0 consumer/sessions",
    "ground": "documented",
    "offline": true
  },
  {
    "id": "factor-delivery-whatsapp",
    "text": "the delivery method `whatsapp` decodes",
    "source": "stytch-go v15.4.0 consumer/sessions",
    "ground": "documented",
    "offline": true
  },
  {
    "id": "factor-delivery-embedded",
    "text": "the delivery method `embedded` decodes",
    "source": "stytch-go v15.4.0 consumer/sessions",
    "ground": "documented",
    "offline": true
  },
  {
    "id": "factor-delivery-oauth_google",
    "text": "the delivery method `oauth_google` decodes",
    "source": "stytch-go v15.4.0 consumer/sessions",
    "ground": "documented",
    "offline": true
  },
  {
    "id": "factor-delivery-oauth_microsoft",
    "text": "the delivery method `oauth_microsoft` decodes",
    "source": "stytch-go v15.4.0 consumer/sessions",
    "ground": "documented",
    "offline": true
  },
  {
    "id": "factor-delivery-oauth_apple",
    "text": "the delivery method `oauth_apple` decodes",
    "source": "stytch-go v15.4.0 consumer/sessions",
    "ground": "documented",
    "offline": true
  },
  {
    "id": "factor-delivery-webauthn_registration",
    "text": "the delivery method `webauthn_registration` decodes",
    "source": "stytch-go v15.4.0 consumer/sessions",
    "ground": "documented",
    "offline": true
  },
  {
    "id": "factor-delivery-authenticator_app",
    "text": "the delivery method `authenticator_app` decodes",
    "source": "stytch-go v15.4.0 consumer/sessions",
    "ground": "documented",
    "offline": true
  },
  {
    "id": "factor-delivery-oauth_github",
    "text": "the delivery method `oauth_github` decodes",
    "source": "stytch-go v15.4.0 consumer/sessions",
    "ground": "documented",
    "offline": true
  },
  {
    "id": "factor-delivery-recovery_code",
    "text": "the delivery method `recovery_code` decodes",
    "source": "stytch-go v15.4.0 consumer/sessions",
    "ground": "documented",
    "offline": true
  },
  {
    "id": "factor-delivery-oauth_facebook",
    "text": "the delivery method `oauth_facebook` decodes",
    "source": "stytch-go v15.4.0 consumer/sessions",
    "ground": "documented",
    "offline": true
  },
  {
    "id": "factor-delivery-crypto_wallet",
    "text": "the delivery method `crypto_wallet` decodes",
    "source": "stytch-go v15.4.0 consumer/sessions",
    "ground": "documented",
    "offline": true
  },
  {
    "id": "factor-delivery-oauth_amazon",
    "text": "the delivery method `oauth_amazon` decodes",
    "source": "stytch-go v15.4.0 consumer/sessions",
    "ground": "documented",
    "offline": true
  },
  {
    "id": "factor-delivery-oauth_bitbucket",
    "text": "the delivery method `oauth_bitbucket` decodes",
    "source": "stytch-go v15.4.0 consumer/sessions",
    "ground": "documented",
    "offline": true
  },
  {
    "id": "factor-delivery-oauth_coinbase",
    "text": "the delivery method `oauth_coinbase` decodes",
    "source": "stytch-go v15.4.0 consumer/sessions",
    "ground": "documented",
    "offline": true
  },
  {
    "id": "factor-delivery-oauth_discord",
    "text": "the delivery method `oauth_discord` decodes",
    "source": "stytch-go v15.4.0 consumer/sessions",
    "ground": "documented",
    "offline": true
  },
  {
    "id": "factor-delivery-oauth_figma",
    "text": "the delivery method `oauth_figma` decodes",
    "source": "stytch-go v15.4.0 consumer/sessions",
    "ground": "documented",
    "offline": true
  },
  {
    "id": "factor-delivery-oauth_gitlab",
    "text": "the delivery method `oauth_gitlab` decodes",
    "source": "stytch-go v15.4.0 consumer/sessions",
    "ground": "documented",
    "offline": true
  },
  {
    "id": "factor-delivery-oauth_instagram",
    "text": "the delivery method `oauth_instagram` decodes",
    "source": "stytch-go v15.4.0 consumer/sessions",
    "ground": "documented",
    "offline": true
  },
  {
    "id": "factor-delivery-oauth_linkedin",
    "text": "the delivery method `oauth_linkedin` decodes",
    "source": "stytch-go v15.4.0 consumer/sessions",
    "ground": "documented",
    "offline": true
  },
  {
    "id": "factor-delivery-oauth_shopify",
    "text": "the delivery method `oauth_shopify` decodes",
    "source": "stytch-go v15.4.0 consumer/sessions",
    "ground": "documented",
    "offline": true
  },
  {
    "id": "factor-delivery-oauth_slack",
    "text": "the delivery method `oauth_slack` decodes",
    "source": "stytch-go v15.4.0 consumer/sessions",
    "ground": "documented",
    "offline": true
  },
  {
    "id": "factor-delivery-oauth_snapchat",
    "text": "the delivery method `oauth_snapchat` decodes",
    "source": "stytch-go v15.4.0 consumer/sessions",
    "ground": "documented",
    "offline": true
  },
  {
    "id": "factor-delivery-oauth_spotify",
    "text": "the delivery method `oauth_spotify` decodes",
    "source": "stytch-go v15.4.0 consumer/sessions",
    "ground": "documented",
    "offline": true
  },
  {
    "id": "factor-delivery-oauth_steam",
    "text": "the delivery method `oauth_steam` decodes",
    "source": "stytch-go v15.4.0 consumer/sessions",
    "ground": "documented",
    "offline": true
  },
  {
    "id": "factor-delivery-oauth_tiktok",
    "text": "the delivery method `oauth_tiktok` decodes",
    "source": "stytch-go v15.4.0 consumer/sessions",
    "ground": "documented",
    "offline": true
  },
  {
    "id": "factor-delivery-oauth_twitch",
    "text": "the delivery method `oauth_twitch` decodes",
    "source": "stytch-go v15.4.0 consumer/sessions",
    "ground": "documented",
    "offline": true
  },
  {
    "id": "factor-delivery-oauth_twitter",
    "text": "the delivery method `oauth_twitter` decodes",
    "source": "stytch-go v15.4.0 consumer/sessions",
    "ground": "documented",
    "offline": true
  },
  {
    "id": "factor-delivery-knowledge",
    "text": "the delivery method `knowledge` decodes",
    "source": "stytch-go v15.4.0 consumer/sessions",
    "ground": "documented",
    "offline": true
  },
  {
    "id": "factor-delivery-biometric",
    "text": "the delivery method `biometric` decodes",
    "source": "stytch-go v15.4.0 consumer/sessions",
    "ground": "documented",
    "offline": true
  },
  {
    "id": "factor-delivery-sso_saml",
    "text": "the delivery method `sso_saml` decodes",
    "source": "stytch-go v15.4.0 consumer/sessions",
    "ground": "documented",
    "offline": true
  },
  {
    "id": "factor-delivery-sso_oidc",
    "text": "the delivery method `sso_oidc` decodes",
    "source": "stytch-go v15.4.0 consumer/sessions",
    "ground": "documented",
    "offline": true
  },
  {
    "id": "factor-delivery-oauth_salesforce",
    "text": "the delivery method `oauth_salesforce` decodes",
    "source": "stytch-go v15.4.0 consumer/sessions",
    "ground": "documented",
    "offline": true
  },
  {
    "id": "factor-delivery-oauth_yahoo",
    "text": "the delivery method `oauth_yahoo` decodes",
    "source": "stytch-go v15.4.0 consumer/sessions",
    "ground": "documented",
    "offline": true
  },
  {
    "id": "factor-delivery-oauth_hubspot",
    "text": "the delivery method `oauth_hubspot` decodes",
    "source": "stytch-go v15.4.0 consumer/sessions",
    "ground": "documented",
    "offline": true
  },
  {
    "id": "factor-delivery-imported_auth0",
    "text": "the delivery method `imported_auth0` decodes",
    "source": "stytch-go v15.4.0 consumer/sessions",
    "ground": "documented",
    "offline": true
  },
  {
    "id": "factor-delivery-oauth_exchange_slack",
    "text": "the delivery method `oauth_exchange_slack` decodes",
    "source": "stytch-go v15.4.0 consumer/sessions",
    "ground": "documented",
    "offline": true
  },
  {
    "id": "factor-delivery-oauth_exchange_hubspot",
    "text": "the delivery method `oauth_exchange_hubspot` decodes",
    "source": "stytch-go v15.4.0 consumer/sessions",
    "ground": "documented",
    "offline": true
  },
  {
    "id": "factor-sub-email_factor",
    "text": "the sub object `email_factor` decodes with all its fields, and stands alone in its factor",
    "source": "stytch-go v15.4.0 consumer/sessions",
    "ground": "documented",
    "offline": true
  },
  {
    "id": "factor-sub-phone_number_factor",
    "text": "the sub object `phone_number_factor` decodes with all its fields, and stands alone in its factor",
    "source": "stytch-go v15.4.0 consumer/sessions",
    "ground": "documented",
    "offline": true
  },
  {
    "id": "factor-sub-google_oauth_factor",
    "text": "the sub object `google_oauth_factor` decodes with all its fields, and stands alone in its factor",
    "source": "stytch-go v15.4.0 consumer/sessions",
    "ground": "documented",
    "offline": true
  },
  {
    "id": "factor-sub-microsoft_oauth_factor",
    "text": "the sub object `microsoft_oauth_factor` decodes with all its fields, and stands alone in its factor",
    "source": "stytch-go v15.4.0 consumer/sessions",
    "ground": "documented",
    "offline": true
  },
  {
    "id": "factor-sub-apple_oauth_factor",
    "text": "the sub object `apple_oauth_factor` decodes with all its fields, and stands alone in its factor",
    "source": "stytch-go v15.4.0 consumer/sessions",
    "ground": "documented",
    "offline": true
  },
  {
    "id": "factor-sub-webauthn_factor",
    "text": "the sub object `webauthn_factor` decodes with all its fields, and stands alone in its factor",
    "source": "stytch-go v15.4.0 consumer/sessions",
    "ground": "documented",
    "offline": true
  },
  {
    "id": "factor-sub-authenticator_app_factor",
    "text": "the sub object `authenticator_app_factor` decodes with all its fields, and stands alone in its factor",
    "source": "stytch-go v15.4.0 consumer/sessions",
    "ground": "documented",
    "offline": true
  },
  {
    "id": "factor-sub-github_oauth_factor",
    "text": "the sub object `github_oauth_factor` decodes with all its fields, and stands alone in its factor",
    "source": "stytch-go v15.4.0 consumer/sessions",
    "ground": "documented",
    "offline": true
  },
  {
    "id": "factor-sub-recovery_code_factor",
    "text": "the sub object `recovery_code_factor` decodes with all its fields, and stands alone in its factor",
    "source": "stytch-go v15.4.0 consumer/sessions",
    "ground": "documented",
    "offline": true
  },
  {
    "id": "factor-sub-facebook_oauth_factor",
    "text": "the sub object `facebook_oauth_factor` decodes with all its fields, and stands alone in its factor",
    "source": "stytch-go v15.4.0 consumer/sessions",
    "ground": "documented",
    "offline": true
  },
  {
    "id": "factor-sub-crypto_wallet_factor",
    "text": "the sub object `crypto_wallet_factor` decodes with all its fields, and stands alone in its factor",
    "source": "stytch-go v15.4.0 consumer/sessions",
    "ground": "documented",
    "offline": true
  },
  {
    "id": "factor-sub-amazon_oauth_factor",
    "text": "the sub object `amazon_oauth_factor` decodes with all its fields, and stands alone in its factor",
    "source": "stytch-go v15.4.0 consumer/sessions",
    "ground": "documented",
    "offline": true
  },
  {
    "id": "factor-sub-bitbucket_oauth_factor",
    "text": "the sub object `bitbucket_oauth_factor` decodes with all its fields, and stands alone in its factor",
    "source": "stytch-go v15.4.0 consumer/sessions",
    "ground": "documented",
    "offline": true
  },
  {
    "id": "factor-sub-coinbase_oauth_factor",
    "text": "the sub object `coinbase_oauth_factor` decodes with all its fields, and stands alone in its factor",
    "source": "stytch-go v15.4.0 consumer/sessions",
    "ground": "documented",
    "offline": true
  },
  {
    "id": "factor-sub-discord_oauth_factor",
    "text": "the sub object `discord_oauth_factor` decodes with all its fields, and stands alone in its factor",
    "source": "stytch-go v15.4.0 consumer/sessions",
    "ground": "documented",
    "offline": true
  },
  {
    "id": "factor-sub-figma_oauth_factor",
    "text": "the sub object `figma_oauth_factor` decodes with all its fields, and stands alone in its factor",
    "source": "stytch-go v15.4.0 consumer/sessions",
    "ground": "documented",
    "offline": true
  },
  {
    "id": "factor-sub-git_lab_oauth_factor",
    "text": "the sub object `git_lab_oauth_factor` decodes with all its fields, and stands alone in its factor",
    "source": "stytch-go v15.4.0 consumer/sessions",
    "ground": "documented",
    "offline": true
  },
  {
    "id": "factor-sub-instagram_oauth_factor",
    "text": "the sub object `instagram_oauth_factor` decodes with all its fields, and stands alone in its factor",
    "source": "stytch-go v15.4.0 consumer/sessions",
    "ground": "documented",
    "offline": true
  },
  {
    "id": "factor-sub-linked_in_oauth_factor",
    "text": "the sub object `linked_in_oauth_factor` decodes with all its fields, and stands alone in its factor",
    "source": "stytch-go v15.4.0 consumer/sessions",
    "ground": "documented",
    "offline": true
  },
  {
    "id": "factor-sub-shopify_oauth_factor",
    "text": "the sub object `shopify_oauth_factor` decodes with all its fields, and stands alone in its factor",
    "source": "stytch-go v15.4.0 consumer/sessions",
    "ground": "documented",
    "offline": true
  },
  {
    "id": "factor-sub-slack_oauth_factor",
    "text": "the sub object `slack_oauth_factor` decodes with all its fields, and stands alone in its factor",
    "source": "stytch-go v15.4.0 consumer/sessions",
    "ground": "documented",
    "offline": true
  },
  {
    "id": "factor-sub-snapchat_oauth_factor",
    "text": "the sub object `snapchat_oauth_factor` decodes with all its fields, and stands alone in its factor",
    "source": "stytch-go v15.4.0 consumer/sessions",
    "ground": "documented",
    "offline": true
  },
  {
    "id": "factor-sub-spotify_oauth_factor",
    "text": "the sub object `spotify_oauth_factor` decodes with all its fields, and stands alone in its factor",
    "source": "stytch-go v15.4.0 consumer/sessions",
    "ground": "documented",
    "offline": true
  },
  {
    "id": "factor-sub-steam_oauth_factor",
    "text": "the sub object `steam_oauth_factor` decodes with all its fields, and stands alone in its factor",
    "source": "stytch-go v15.4.0 consumer/sessions",
    "ground": "documented",
    "offline": true
  },
  {
    "id": "factor-sub-tik_tok_oauth_factor",
    "text": "the sub object `tik_tok_oauth_factor` decodes with all its fields, and stands alone in its factor",
    "source": "stytch-go v15.4.0 consumer/sessions",
    "ground": "documented",
    "offline": true
  },
  {
    "id": "factor-sub-twitch_oauth_factor",
    "text": "the sub object `twitch_oauth_factor` decodes with all its fields, and stands alone in its factor",
    "source": "stytch-go v15.4.0 consumer/sessions",
    "ground": "documented",
    "offline": true
  },
  {
    "id": "factor-sub-twitter_oauth_factor",
    "text": "the sub object `twitter_oauth_factor` decodes with all its fields, and stands alone in its factor",
    "source": "stytch-go v15.4.0 consumer/sessions",
    "ground": "documented",
    "offline": true
  },
  {
    "id": "factor-sub-embeddable_magic_link_factor",
    "text": "the sub object `embeddable_magic_link_factor` decodes with all its fields, and stands alone in its factor",
    "source": "stytch-go v15.4.0 consumer/sessions",
    "ground": "documented",
    "offline": true
  },
  {
    "id": "factor-sub-biometric_factor",
    "text": "the sub object `biometric_factor` decodes with all its fields, and stands alone in its factor",
    "source": "stytch-go v15.4.0 consumer/sessions",
    "ground": "documented",
    "offline": true
  },
  {
    "id": "factor-sub-saml_sso_factor",
    "text": "the sub object `saml_sso_factor` decodes with all its fields, and stands alone in its factor",
    "source": "stytch-go v15.4.0 consumer/sessions",
    "ground": "documented",
    "offline": true
  },
  {
    "id": "factor-sub-oidc_sso_factor",
    "text": "the sub object `oidc_sso_factor` decodes with all its fields, and stands alone in its factor",
    "source": "stytch-go v15.4.0 consumer/sessions",
    "ground": "documented",
    "offline": true
  },
  {
    "id": "factor-sub-salesforce_oauth_factor",
    "text": "the sub object `salesforce_oauth_factor` decodes with all its fields, and stands alone in its factor",
    "source": "stytch-go v15.4.0 consumer/sessions",
    "ground": "documented",
    "offline": true
  },
  {
    "id": "factor-sub-yahoo_oauth_factor",
    "text": "the sub object `yahoo_oauth_factor` decodes with all its fields, and stands alone in its factor",
    "source": "stytch-go v15.4.0 consumer/sessions",
    "ground": "documented",
    "offline": true
  },
  {
    "id": "factor-sub-hubspot_oauth_factor",
    "text": "the sub object `hubspot_oauth_factor` decodes with all its fields, and stands alone in its factor",
    "source": "stytch-go v15.4.0 consumer/sessions",
    "ground": "documented",
    "offline": true
  },
  {
    "id": "factor-sub-slack_oauth_exchange_factor",
    "text": "the sub object `slack_oauth_exchange_factor` decodes with all its fields, and stands alone in its factor",
    "source": "stytch-go v15.4.0 consumer/sessions",
    "ground": "documented",
    "offline": true
  },
  {
    "id": "factor-sub-hubspot_oauth_exchange_factor",
    "text": "the sub object `hubspot_oauth_exchange_factor` decodes with all its fields, and stands alone in its factor",
    "source": "stytch-go v15.4.0 consumer/sessions",
    "ground": "documented",
    "offline": true
  },
  {
    "id": "factor-open-enum",
    "text": "an unknown type or delivery method decodes, is kept, and is reported as drift",
    "source": "Stytch API reference, SDK sources and public captures",
    "ground": "observed",
    "offline": true
  },
  {
    "id": "factor-spelling",
    "text": "git_lab/gitlab, linked_in/linkedin, tik_tok/tiktok: both spellings decode; the one seen is reported",
    "source": "Stytch API reference, SDK sources and public captures",
    "ground": "observed",
    "offline": true
  },
  {
    "id": "factor-absent-not-null",
    "text": "sub objects that do not apply are absent keys",
    "source": "Stytch API reference, SDK sources and public captures",
    "ground": "observed"
  },
  {
    "id": "get-active",
    "text": "sessions.get answers all active sessions of a user, each a full session object",
    "source": "stytch-go v15.4.0 consumer/sessions",
    "ground": "documented"
  },
  {
    "id": "get-many",
    "text": "a user with several sessions gets them all; a revoked or expired one is not among them",
    "source": "stytch-go v15.4.0 consumer/sessions",
    "ground": "documented"
  },
  {
    "id": "get-unknown-user",
    "text": "sessions.get for an unknown user is 404 `user_not_found`",
    "source": "Stytch API reference, SDK sources and public captures",
    "ground": "observed"
  },
  {
    "id": "get-needs-user",
    "text": "sessions.get without `user_id` is 400",
    "source": "stytch-go v15.4.0 consumer/sessions",
    "ground": "assumed"
  },
  {
    "id": "revoke-by-id",
    "text": "revoking by `session_id` ends the session: authenticate then gives 404",
    "source": "stytch-go v15.4.0 consumer/sessions",
    "ground": "documented"
  },
  {
    "id": "revoke-by-token",
    "text": "revoking by `session_token` ends the session: authenticate then gives 404",
    "source": "stytch-go v15.4.0 consumer/sessions",
    "ground": "documented"
  },
  {
    "id": "revoke-by-jwt",
    "text": "revoking by `session_jwt` ends the session: authenticate then gives 404",
    "source": "stytch-go v15.4.0 consumer/sessions",
    "ground": "documented"
  },
  {
    "id": "revoke-only-that",
    "text": "revoking a session leaves the user's other sessions alive",
    "source": "stytch-go v15.4.0 consumer/sessions",
    "ground": "documented"
  },
  {
    "id": "revoke-needs-one",
    "text": "sessions.revoke without any argument is 400 `no_session_revoke_arguments`",
    "source": "stytch-go v15.4.0 consumer/sessions; Stytch API reference, SDK sources and public captures",
    "ground": "assumed type"
  },
  {
    "id": "revoke-not-many",
    "text": "sessions.revoke with more than one argument is 400 `too_many_session_revoke_arguments`",
    "source": "stytch-go v15.4.0 consumer/sessions; Stytch API reference, SDK sources and public captures",
    "ground": "assumed type"
  },
  {
    "id": "revoke-jwt-still-verifies",
    "text": "a JWT issued before still verifies locally until `exp`",
    "source": "Stytch API reference, SDK sources and public captures",
    "ground": "documented"
  },
  {
    "id": "migrate-known-user",
    "text": "an external token whose userinfo has the e-mail of a user gives that user, and with a duration a session",
    "source": "stytch-go v15.4.0 consumer/sessions",
    "ground": "documented"
  },
  {
    "id": "migrate-without-duration",
    "text": "migrating without a duration makes no session: `session` null, both tokens empty",
    "source": "stytch-go v15.4.0 consumer/sessions; Stytch API reference, SDK sources and public captures",
    "ground": "documented, observed"
  },
  {
    "id": "migrate-unknown",
    "text": "migrating an unknown e-mail or token is 4xx with one of the migrate error types",
    "source": "Stytch API reference, SDK sources and public captures",
    "ground": "assumed"
  },
  {
    "id": "migrate-answer",
    "text": "sessions.migrate answers request_id, user_id, user, session_token, session_jwt, status_code, session",
    "source": "stytch-go v15.4.0 consumer/sessions",
    "ground": "documented"
  },
  {
    "id": "jwks-keys",
    "text": "the key set has keys with kty use key_ops alg kid x5c n e and the thumbprint; several keys during rotation",
    "source": "stytch-go v15.4.0 consumer/sessions",
    "ground": "documented"
  },
  {
    "id": "jwks-thumbprint-name",
    "text": "the thumbprint is `x5tS256` on the wire; the v15 page says `x5t_s256`: both decode, the one seen is reported",
    "source": "stytch-go v15.4.0 consumer/sessions; Stytch API reference, SDK sources and public captures",
    "ground": "observed"
  },
  {
    "id": "jwks-no-credentials",
    "text": "the key set is readable without credentials",
    "source": "Stytch API reference, SDK sources and public captures",
    "ground": "observed"
  },
  {
    "id": "jwks-other-project",
    "text": "the key set of a project that is not there, or not that of the credentials, is 4xx",
    "source": "Stytch API reference, SDK sources and public captures",
    "ground": "assumed"
  },
  {
    "id": "jwt-verifies",
    "text": "every session_jwt verifies with the key of its `kid`, RS256",
    "source": "stytch-go v15.4.0 consumer/sessions; Stytch API reference, SDK sources and public captures",
    "ground": "documented"
  },
  {
    "id": "jwt-registered",
    "text": "iss `stytch.com/{project_id}`, aud one-element array, sub user_id, nbf = iat, exp = iat + 300, whole seconds",
    "source": "stytch-go v15.4.0 consumer/sessions; Stytch API reference, SDK sources and public captures",
    "ground": "documented, observed"
  },
  {
    "id": "jwt-session-claim",
    "text": "`https://stytch.com/session`: id, started_at, last_accessed_at, expires_at, attributes, authentication_factors, roles; equal to the session object",
    "source": "stytch-go v15.4.0 consumer/sessions",
    "ground": "documented"
  },
  {
    "id": "jwt-local",
    "text": "a local check looks at signature, issuer, audience, exp and nbf; its result is the session with custom claims",
    "source": "stytch-go v15.4.0 consumer/sessions; Stytch API reference, SDK sources and public captures",
    "ground": "documented",
    "offline": true
  },
  {
    "id": "jwt-too-old",
    "text": "a JWT older than the allowed age is `JWT too old`, though not expired; at exactly the age it is accepted (as in the Go SDK; others refuse it)",
    "source": "stytch-go v15.4.0 consumer/sessions; Stytch API reference, SDK sources and public captures",
    "ground": "documented",
    "offline": true
  },
  {
    "id": "jwt-old-format",
    "text": "a session claim without expires_at takes `exp`",
    "source": "Stytch API reference, SDK sources and public captures",
    "ground": "observed",
    "offline": true
  },
  {
    "id": "jwt-lifetime-fixed",
    "text": "a JWT lives five minutes, whatever the session's duration",
    "source": "stytch-go v15.4.0 consumer/sessions; stytch-go v15.9.0 consumer/passwords/session",
    "ground": "documented"
  },
  {
    "id": "jwt-rotation",
    "text": "after a rotation old and new keys are served, old JWTs verify, new ones carry the new kid",
    "source": "Stytch API reference, SDK sources and public captures",
    "ground": "documented"
  },
  {
    "id": "reset-by-token",
    "text": "with a `session_token` the password is set; the old one no longer works, the new one does",
    "source": "stytch-go v15.9.0 consumer/passwords/session",
    "ground": "documented"
  },
  {
    "id": "reset-by-jwt",
    "text": "with a `session_jwt` the password is set; the old one no longer works, the new one does",
    "source": "stytch-go v15.9.0 consumer/passwords/session",
    "ground": "documented"
  },
  {
    "id": "reset-any-text",
    "text": "a password may hold spaces, emoji and non-English letters",
    "source": "stytch-go v15.9.0 consumer/passwords/session",
    "ground": "documented"
  },
  {
    "id": "reset-answer",
    "text": "the password reset answers request_id, user_id, user, session_token, session_jwt, status_code, session",
    "source": "stytch-go v15.9.0 consumer/passwords/session",
    "ground": "documented"
  },
  {
    "id": "reset-revokes-others",
    "text": "the user's other sessions end, the one used lives on",
    "source": "Stytch API reference, SDK sources and public captures",
    "ground": "documented"
  },
  {
    "id": "reset-factor-age",
    "text": "a factor older than 5 minutes: 400 `session_too_old_to_reset_password`",
    "source": "Stytch API reference, SDK sources and public captures",
    "ground": "documented, assumed status"
  },
  {
    "id": "reset-factor-kind",
    "text": "only password, e-mail magic link and e-mail OTP factors count",
    "source": "Stytch API reference, SDK sources and public captures",
    "ground": "documented"
  },
  {
    "id": "reset-weak",
    "text": "a weak password is 400 `weak_password`",
    "source": "Stytch API reference, SDK sources and public captures",
    "ground": "documented, assumed status"
  },
  {
    "id": "reset-breached",
    "text": "a breached password is 400 `breached_password`",
    "source": "Stytch API reference, SDK sources and public captures",
    "ground": "documented, assumed status"
  },
  {
    "id": "reset-unknown-session",
    "text": "resetting by an unknown session is 404 `session_not_found`",
    "source": "Stytch API reference, SDK sources and public captures",
    "ground": "observed"
  },
  {
    "id": "reset-needs-session",
    "text": "resetting with neither token nor JWT is 400",
    "source": "stytch-go v15.9.0 consumer/passwords/session",
    "ground": "assumed"
  },
  {
    "id": "reset-duration",
    "text": "a password reset with a duration extends the session to it; 4 and 527041 are refused; without one no session comes back",
    "source": "stytch-go v15.9.0 consumer/passwords/session",
    "ground": "documented"
  },
  {
    "id": "reset-claims",
    "text": "claims of a password reset behave as in sessions.authenticate: set, update, delete, reserved, 4 KB",
    "source": "stytch-go v15.9.0 consumer/passwords/session",
    "ground": "documented"
  },
  {
    "id": "model-every-type",
    "text": "every type on the two pages exists as a model, with every field, under its JSON name",
    "source": "stytch-go v15.4.0 consumer/sessions; stytch-go v15.9.0 consumer/passwords/session",
    "ground": "documented",
    "offline": true
  },
  {
    "id": "model-user",
    "text": "the user model has emails, phone numbers, providers, WebAuthn and biometric registrations, TOTPs, wallets, name, password, metadata",
    "source": "stytch-go v15.4.0 consumer/sessions; Stytch API reference, SDK sources and public captures",
    "ground": "documented",
    "offline": true
  },
  {
    "id": "model-null-absent",
    "text": "null and absent are alike for optional fields; `\"\"` is a value",
    "source": "Stytch API reference, SDK sources and public captures",
    "ground": "observed",
    "offline": true
  },
  {
    "id": "model-later-fields",
    "text": "fields added after v15.9.0 (roles, external_id, is_locked, lock times, user_device, verdict, …) are known with the version that brought them",
    "source": "Stytch API reference, SDK sources and public captures",
    "ground": "observed",
    "offline": true
  },
  {
    "id": "model-unknown-fields",
    "text": "a field that no version knows does not break decoding and is reported with its pointer",
    "source": "Stytch API reference, SDK sources and public captures",
    "ground": "observed",
    "offline": true
  },
  {
    "id": "model-ids-opaque",
    "text": "ids are opaque strings",
    "source": "Stytch API reference, SDK sources and public captures",
    "ground": "observed",
    "offline": true
  },
  {
    "id": "model-numbers",
    "text": "`status_code` fits 32 bits; a number in custom claims or metadata keeps its digits",
    "source": "stytch-go v15.4.0 consumer/sessions",
    "ground": "documented",
    "offline": true
  }
]

4054 sessions/arguments.json
{
  "description": "Tokens and JWTs that name no session.",
  "tags": ["sessions"],
  "variables": {
    "unsigned_jwt": "eyJhbGciOiJub25lIiwidHlwIjoiSldUIn0.eyJpc3MiOiJzdHl0Y2guY29tL3Byb2plY3QtdGVzdC0wMDAwMDAwMC0wMDAwLTQwMDAtODAwMC0wMDAwMDAwMDAwMDAiLCJhdWQiOlsicHJvamVjdC10ZXN0LTAwMDAwMDAwLTAwMDAtNDAwMC04MDAwLTAwMDAwMDAwMDAwMCJdLCJzdWIiOiJ1c2VyLXRlc3QtMDAwMDAwMDAtMDAwMC00MDAwLTgwMDAtMDAwMDAwMDAwMDAwIiwiaWF0IjoxNzkwMDAwMDAwLCJuYmYiOjE3OTAwMDAwMDAsImV4cCI6NDEwMjQ0NDgwMH0.",
    "foreign_jwt": "eyJhbGciOiJSUzI1NiIsImtpZCI6Imp3ay10ZXN0LTAwMDAwMDAwLTAwMDAtNDAwMC04MDAwLTAwMDAwMDAwMDAwMCIsInR5cCI6IkpXVCJ9.eyJpc3MiOiJzdHl0Y2guY29tL3Byb2plY3QtdGVzdC0wMDAwMDAwMC0wMDAwLTQwMDAtODAwMC0wMDAwMDAwMDAwMDAiLCJhdWQiOlsicHJvamVjdC10ZXN0LTAwMDAwMDAwLTAwMDAtNDAwMC04MDAwLTAwMDAwMDAwMDAwMCJdLCJzdWIiOiJ1c2VyLXRlc3QtMDAwMDAwMDAtMDAwMC00MDAwLTgwMDAtMDAwMDAwMDAwMDAwIiwiaWF0IjoxNzkwMDAwMDAwLCJuYmYiOjE3OTAwMDAwMDAsImV4cCI6NDEwMjQ0NDgwMH0.YThrvJveoAO0VYfkAc8xxDlRsjEtJbds5VvxnSVKHcof7lErSHWws8en7sNkMu6Rlid07IM4CY7HuNK7FTVfUA61ygjHjaS6GZpsk451KpHW5bpn_iJk0T51sUFwUoAbBgsyxVmhxPrcT9A2dv5vFkIGZwAitN96qMhO5iCro6PVP39Y9rmJLmnYoCbxtuMtN1bvdABka3O3v6s7HFskmp0ppTFHhBKL5ggOnqKt05W8j6-1SpDEnH3XfmHiHNK-srf1igGXYMbrE7of-Pr0XGFeUzgxgL2yLKX7Y8_leFY5X0FskV-I8SDdjtkXDwawBH7vbqewoyFUp3L-lex4cw"
  },
  "cases": [
    {
      "id": "neither",
      "description": "Neither token nor JWT.",
      "requirements": ["authenticate-needs-one"],
      "rows": [
        { "id": "empty-object", "given": {} },
        { "id": "duration-alone", "given": { "session_duration_minutes": 60 } }
      ],
      "request": { "operation": "sessions.authenticate", "params": "{{given}}" },
      "expect": [
        {
          "because": "the type made for it, with the usual status of a wrong argument",
          "status": 400,
          "error": "no_session_arguments"
        },
        {
          "because": "the general type of a wrong request",
          "status": 400,
          "error": ["bad_request", "invalid_argument"]
        }
      ]
    },
    {
      "id": "unknown-token",
      "description": "A token of the right form that belongs to no session.",
      "requirements": ["authenticate-unknown-token", "answer-error-envelope"],
      "request": { "operation": "sessions.authenticate", "params": { "session_token": "{{text:44}}" } },
      "expect": {
        "status": 404,
        "error": "session_not_found",
        "body": { "status_code": 404, "error_url": { "$regex": "session_not_found|404" } }
      }
    },
    {
      "id": "malformed-token",
      "description": "A token that is not of the documented form.",
      "requirements": ["authenticate-malformed-token"],
      "rows": [
        { "id": "too-short", "given": "{{text:43}}" },
        { "id": "too-long", "given": "{{text:45}}" },
        { "id": "other-letters", "given": "{{text:43}}!" },
        { "id": "not-ascii", "given": "{{text:43}}é" }
      ],
      "request": { "operation": "sessions.authenticate", "params": { "session_token": "{{given}}" } },
      "expect": { "status": 400, "error": "invalid_session_token" }
    },
    {
      "id": "bad-jwt",
      "description": "A JWT that cannot be trusted.",
      "requirements": ["authenticate-bad-jwt"],
      "rows": [
        { "id": "garbage", "given": "not a token" },
        { "id": "two-parts", "given": "e30.e30" },
        { "id": "alg-none", "given": "{{unsigned_jwt}}" },
        { "id": "other-key", "given": "{{foreign_jwt}}" }
      ],
      "request": { "operation": "sessions.authenticate", "params": { "session_jwt": "{{given}}" } },
      "expect": [
        {
          "because": "refused by what is wrong with the token; the type is assumed",
          "status": [400, 401],
          "error": [
            "unable_to_parse_session_jwt",
            "jwt_invalid_claims",
            "jwt_invalid_issuer",
            "jwt_invalid_audience",
            "bad_request"
          ]
        },
        { "because": "taken for a token that names no session", "status": 404, "error": "session_not_found" }
      ]
    }
  ]
}

12624 sessions/attest.json
{
  "description": "A session on the word of a token from outside that the project trusts; what refuses it is assumed.",
  "tags": ["sessions", "outside_tokens"],
  "setup": [{ "use": "user" }],
  "cases": [
    {
      "id": "session",
      "description": "The user whom the token vouches for gets a session with its factor, which lives.",
      "requirements": ["session-object", "jwt-session-claim", "jwt-lifetime-fixed"],
      "steps": [
        {
          "mock": {
            "trustedToken": { "profile_id": "{{uuid#profile}}", "token": "{{uuid}}", "user_id": "{{user_id}}" }
          },
          "capture": { "token_id": "/token_id" }
        },
        {
          "request": {
            "operation": "sessions.attest",
            "params": { "profile_id": "{{uuid#profile}}", "token": "{{uuid}}", "session_duration_minutes": 30 }
          },
          "expect": {
            "body": {
              "user_id": "{{user_id}}",
              "user": { "$shape": "unlocked_user", "user_id": "{{user_id}}" },
              "session": {
                "$shape": "session",
                "session_id": { "$not": "{{session_id}}" },
                "user_id": "{{user_id}}",
                "started_at": { "$near": {} },
                "expires_at": { "$near": { "plus": "30m" } },
                "authentication_factors": [
                  {
                    "$shape": "factor",
                    "type": "trusted_auth_token",
                    "delivery_method": "trusted_token_exchange",
                    "trusted_auth_token_factor": { "token_id": "{{token_id}}" }
                  }
                ]
              },
              "session_token": { "$shape": "session_token" },
              "session_jwt": {
                "$jwt": { "claims": { "sub": "{{user_id}}" }, "session": "/session", "lifetime": "5m" }
              }
            }
          },
          "capture": {
            "new_token": { "body": "/session_token", "secret": true },
            "new_id": "/session/session_id"
          }
        },
        {
          "request": { "operation": "sessions.authenticate", "params": { "session_token": "{{new_token}}" } },
          "expect": { "body": { "session": { "session_id": "{{new_id}}" } } }
        }
      ]
    },
    {
      "id": "without-duration",
      "description": "Without a duration the user is named and no session is made{{also}}.",
      "requirements": ["{{covers}}"],
      "rows": [
        {
          "id": "plain",
          "also": "",
          "covers": "duration-absent",
          "given": { "profile_id": "{{uuid#profile}}", "token": "{{uuid}}" }
        },
        {
          "id": "with-claims",
          "also": ", though claims are given",
          "covers": "claims-need-session",
          "given": {
            "profile_id": "{{uuid#profile}}",
            "token": "{{uuid}}",
            "session_custom_claims": { "color": "blue" }
          }
        }
      ],
      "steps": [
        {
          "mock": {
            "trustedToken": { "profile_id": "{{uuid#profile}}", "token": "{{uuid}}", "user_id": "{{user_id}}" }
          },
          "capture": { "token_id": "/token_id" }
        },
        {
          "request": { "operation": "sessions.attest", "params": "{{given}}" },
          "expect": {
            "body": {
              "$shape": "no_session",
              "user_id": "{{user_id}}",
              "user": { "$shape": "unlocked_user", "user_id": "{{user_id}}" }
            }
          }
        },
        {
          "request": { "operation": "sessions.get", "params": { "user_id": "{{user_id}}" } },
          "expect": { "body": { "sessions": [{ "session_id": "{{session_id}}" }] } }
        }
      ]
    },
    {
      "id": "claims",
      "description": "Claims given with a duration stand in the new session and its JWT.",
      "requirements": ["claims-set"],
      "steps": [
        {
          "mock": {
            "trustedToken": { "profile_id": "{{uuid#profile}}", "token": "{{uuid}}", "user_id": "{{user_id}}" }
          },
          "capture": { "token_id": "/token_id" }
        },
        {
          "request": {
            "operation": "sessions.attest",
            "params": {
              "profile_id": "{{uuid#profile}}",
              "token": "{{uuid}}",
              "session_duration_minutes": 30,
              "session_custom_claims": { "plan": { "seats": 3 } }
            }
          },
          "expect": {
            "body": {
              "session": { "custom_claims": { "$literal": { "plan": { "seats": 3 } } } },
              "session_jwt": {
                "$jwt": { "claims": { "plan": { "$literal": { "seats": 3 } } }, "session": "/session" }
              }
            }
          }
        }
      ]
    },
    {
      "id": "session-given",
      "description": "A session that comes along, by {{by}}, gains the factor and is extended.",
      "requirements": ["duration-extends", "session-object"],
      "rows": [
        {
          "id": "token",
          "by": "its token",
          "given": {
            "profile_id": "{{uuid#profile}}",
            "token": "{{uuid}}",
            "session_token": "{{session_token}}",
            "session_duration_minutes": 90
          }
        },
        {
          "id": "jwt",
          "by": "its JWT",
          "given": {
            "profile_id": "{{uuid#profile}}",
            "token": "{{uuid}}",
            "session_jwt": "{{session_jwt}}",
            "session_duration_minutes": 90
          }
        }
      ],
      "steps": [
        {
          "mock": {
            "trustedToken": { "profile_id": "{{uuid#profile}}", "token": "{{uuid}}", "user_id": "{{user_id}}" }
          },
          "capture": { "token_id": "/token_id" }
        },
        {
          "request": { "operation": "sessions.attest", "params": "{{given}}" },
          "expect": {
            "body": {
              "session": {
                "session_id": "{{session_id}}",
                "expires_at": { "$near": { "plus": "90m" } },
                "authentication_factors": {
                  "$contains": [
                    { "type": "password" },
                    {
                      "$shape": "factor",
                      "type": "trusted_auth_token",
                      "delivery_method": "trusted_token_exchange",
                      "trusted_auth_token_factor": { "token_id": "{{token_id}}" }
                    }
                  ]
                }
              },
              "session_jwt": { "$jwt": { "session": "/session" } }
            }
          }
        }
      ]
    },
    {
      "id": "foreign-session",
      "description": "Another user's session cannot come along, and stays as it was.",
      "requirements": ["answer-error-envelope"],
      "steps": [
        {
          "mock": {
            "trustedToken": { "profile_id": "{{uuid#profile}}", "token": "{{uuid}}", "user_id": "{{user_id}}" }
          },
          "capture": { "token_id": "/token_id" }
        },
        { "use": "user", "as": "other" },
        {
          "request": {
            "operation": "sessions.attest",
            "params": {
              "profile_id": "{{uuid#profile}}",
              "token": "{{uuid}}",
              "session_token": "{{other.session_token}}",
              "session_duration_minutes": 30
            }
          },
          "expect": [
            { "because": "of this user there is no such session", "status": 404, "error": "session_not_found" },
            {
              "because": "nothing is documented of it: any refusal",
              "status": [400, 401, 403],
              "error": [
                "bad_request",
                "invalid_argument",
                "incompatible_session_type",
                "invalid_trusted_auth_token",
                "unauthorized_credentials"
              ]
            }
          ]
        },
        {
          "request": {
            "operation": "sessions.authenticate",
            "params": { "session_token": "{{other.session_token}}" }
          },
          "expect": { "body": { "session": { "authentication_factors": [{ "type": "password" }] } } }
        }
      ]
    },
    {
      "id": "unknown",
      "description": "{{what}} is refused.",
      "requirements": ["answer-error-envelope"],
      "rows": [
        {
          "id": "token",
          "what": "An unknown token",
          "given": { "profile_id": "{{uuid#profile}}", "token": "{{uuid#other}}" }
        },
        {
          "id": "profile",
          "what": "A good token under another profile",
          "given": { "profile_id": "{{uuid#other}}", "token": "{{uuid}}" }
        }
      ],
      "steps": [
        {
          "mock": {
            "trustedToken": { "profile_id": "{{uuid#profile}}", "token": "{{uuid}}", "user_id": "{{user_id}}" }
          },
          "capture": { "token_id": "/token_id" }
        },
        {
          "request": { "operation": "sessions.attest", "params": "{{given}}" },
          "expect": [
            {
              "because": "the type made for it; its status is assumed",
              "status": [400, 401],
              "error": "invalid_trusted_auth_token"
            },
            {
              "because": "a profile or token that is not found; the types begin so",
              "status": [400, 401, 404],
              "error": ["trusted_token_profile_not_found", "bad_request", "invalid_argument"]
            }
          ]
        }
      ]
    },
    {
      "id": "missing",
      "description": "Without {{what}} the call is refused.",
      "requirements": ["answer-error-envelope"],
      "rows": [
        { "id": "token", "what": "a token", "given": { "profile_id": "{{uuid#profile}}" } },
        { "id": "profile", "what": "a profile", "given": { "token": "{{uuid}}" } }
      ],
      "request": { "operation": "sessions.attest", "params": "{{given}}" },
      "expect": { "status": 400, "error": ["bad_request", "invalid_argument"] }
    },
    {
      "id": "both-proofs",
      "description": "A token and a JWT of a session cannot come along together.",
      "requirements": ["authenticate-not-both"],
      "steps": [
        {
          "mock": {
            "trustedToken": { "profile_id": "{{uuid#profile}}", "token": "{{uuid}}", "user_id": "{{user_id}}" }
          },
          "capture": { "token_id": "/token_id" }
        },
        {
          "request": {
            "operation": "sessions.attest",
            "params": {
              "profile_id": "{{uuid#profile}}",
              "token": "{{uuid}}",
              "session_token": "{{session_token}}",
              "session_jwt": "{{session_jwt}}",
              "session_duration_minutes": 30
            }
          },
          "expect": [
            {
              "because": "as in sessions.authenticate; not documented here",
              "status": 400,
              "error": "too_many_session_arguments"
            },
            {
              "because": "the general type of a wrong request",
              "status": 400,
              "error": ["bad_request", "invalid_argument"]
            }
          ]
        }
      ]
    },
    {
      "id": "duration-refused",
      "description": "{{minutes}} minutes are refused.",
      "requirements": ["{{covers}}"],
      "rows": [
        { "id": "too-short", "minutes": 4, "covers": "duration-minimum" },
        { "id": "too-long", "minutes": 527041, "covers": "duration-maximum" },
        { "id": "fraction", "minutes": 30.5, "covers": "duration-wrong-type" },
        { "id": "text", "minutes": "30", "covers": "duration-wrong-type" }
      ],
      "steps": [
        {
          "mock": {
            "trustedToken": { "profile_id": "{{uuid#profile}}", "token": "{{uuid}}", "user_id": "{{user_id}}" }
          },
          "capture": { "token_id": "/token_id" }
        },
        {
          "request": {
            "operation": "sessions.attest",
            "params": {
              "profile_id": "{{uuid#profile}}",
              "token": "{{uuid}}",
              "session_duration_minutes": "{{minutes}}"
            }
          },
          "expect": [
            {
              "because": "the type made for it; its status is assumed",
              "status": 400,
              "error": "invalid_session_duration_minutes"
            },
            {
              "because": "the general type of a wrong request",
              "status": 400,
              "error": ["bad_request", "invalid_argument"]
            }
          ]
        }
      ]
    }
  ]
}

8229 sessions/authenticate.json
{
  "$schema": "../schema/suite.schema.json",
  "description": "Authenticating a session by its token or its JWT.",
  "tags": ["sessions"],
  "setup": [{ "use": "user" }],
  "cases": [
    {
      "id": "live-token",
      "description": "A live token returns its session, its user, the same token and a JWT.",
      "requirements": ["authenticate-by-token", "authenticate-same-user", "answer-status-code", "answer-times"],
      "request": { "operation": "sessions.authenticate", "params": { "session_token": "{{session_token}}" } },
      "expect": {
        "status": 200,
        "body": {
          "status_code": 200,
          "session": { "$shape": "session", "session_id": "{{session_id}}", "user_id": "{{user_id}}" },
          "user": { "$shape": "unlocked_user", "user_id": "{{body/session/user_id}}" },
          "user_id": { "$absent": true },
          "session_token": "{{session_token}}",
          "session_jwt": {
            "$jwt": { "claims": { "sub": "{{user_id}}" }, "issued": { "$near": {} }, "session": "/session" }
          }
        }
      }
    },
    {
      "id": "live-jwt",
      "description": "A live JWT returns the same session and a newer JWT, and no token.",
      "requirements": ["authenticate-by-jwt", "authenticate-touches"],
      "steps": [
        { "mock": { "advance": "90s" } },
        {
          "request": { "operation": "sessions.authenticate", "params": { "session_jwt": "{{session_jwt}}" } },
          "expect": {
            "body": {
              "session": {
                "$shape": "session",
                "session_id": "{{session_id}}",
                "user_id": "{{user_id}}",
                "last_accessed_at": { "$near": {} }
              },
              "user": { "$shape": "unlocked_user", "user_id": "{{user_id}}" },
              "session_token": "",
              "session_jwt": {
                "$jwt": { "issued": { "$near": {} }, "session": "/session" },
                "$not": "{{session_jwt}}"
              }
            }
          }
        }
      ]
    },
    {
      "id": "session-object",
      "description": "A session has all that its page lists, the values that belong to it, and its roles.",
      "requirements": ["session-object", "session-times-order", "answer-times"],
      "request": { "operation": "sessions.authenticate", "params": { "session_token": "{{session_token}}" } },
      "expect": {
        "body": {
          "session": {
            "$shape": "session",
            "session_id": "{{session_id}}",
            "user_id": "{{user_id}}",
            "authentication_factors": [
              {
                "$shape": "factor",
                "type": "password",
                "delivery_method": "knowledge",
                "last_authenticated_at": { "$near": { "within": "1m" } }
              }
            ],
            "started_at": { "$near": { "within": "1m" } },
            "last_accessed_at": {
              "$near": {},
              "$gte": "{{body/session/started_at}}",
              "$lte": "{{body/session/expires_at}}"
            },
            "expires_at": { "$near": { "to": "{{body/session/started_at}}", "plus": "60m" } },
            "attributes": { "$type": "object" },
            "custom_claims": { "$literal": {} },
            "roles": { "$type": "array" }
          }
        }
      }
    },
    {
      "id": "touches",
      "description": "Each call moves the time of last access, and neither the start nor the end.",
      "requirements": ["authenticate-touches", "duration-absent", "session-times-order"],
      "steps": [
        {
          "request": { "operation": "sessions.authenticate", "params": { "session_token": "{{session_token}}" } },
          "capture": {
            "start": "/session/started_at",
            "access": "/session/last_accessed_at",
            "end": "/session/expires_at"
          }
        },
        { "mock": { "advance": "7m" } },
        {
          "request": { "operation": "sessions.authenticate", "params": { "session_token": "{{session_token}}" } },
          "expect": {
            "body": {
              "session": {
                "started_at": "{{start}}",
                "last_accessed_at": { "$near": {}, "$gt": "{{access}}" },
                "expires_at": "{{end}}"
              }
            }
          }
        }
      ]
    },
    {
      "id": "expired-jwt",
      "description": "A JWT past its end is exchanged for a new one while the session lives.",
      "requirements": ["authenticate-expired-jwt", "jwt-lifetime-fixed"],
      "steps": [
        { "mock": { "advance": "6m" } },
        { "check": [{ "value": "{{session_jwt}}", "matches": { "$jwt": { "refused": "expired" } } }] },
        {
          "request": { "operation": "sessions.authenticate", "params": { "session_jwt": "{{session_jwt}}" } },
          "expect": {
            "body": {
              "session": { "session_id": "{{session_id}}" },
              "session_jwt": { "$jwt": { "claims": { "sub": "{{user_id}}" }, "issued": { "$near": {} } } }
            }
          }
        }
      ]
    },
    {
      "id": "session-expired",
      "description": "Just before its end a session lives, just after it does not, by {{by}}.",
      "requirements": ["session-expired"],
      "rows": [
        { "id": "token", "by": "token", "how": { "session_token": "{{session_token}}" } },
        { "id": "jwt", "by": "JWT", "how": { "session_jwt": "{{session_jwt}}" } }
      ],
      "steps": [
        { "mock": { "advance": "59m" } },
        { "request": { "operation": "sessions.authenticate", "params": "{{how}}" } },
        { "mock": { "advance": "61s" } },
        {
          "request": { "operation": "sessions.authenticate", "params": "{{how}}" },
          "expect": { "status": 404, "error": "session_not_found" }
        }
      ]
    },
    {
      "id": "token-and-jwt",
      "description": "Token and JWT together are refused.",
      "requirements": ["authenticate-not-both"],
      "request": {
        "operation": "sessions.authenticate",
        "params": { "session_token": "{{session_token}}", "session_jwt": "{{session_jwt}}" }
      },
      "expect": { "status": 400, "error": "too_many_session_arguments" }
    },
    {
      "id": "authorization-refused",
      "description": "An action that no role of the user allows is refused, and the session lives on.",
      "requirements": ["answer-error-envelope"],
      "steps": [
        {
          "request": {
            "operation": "sessions.authenticate",
            "params": {
              "session_token": "{{session_token}}",
              "authorization_check": { "resource_id": "conformance-{{uuid}}", "action": "delete" }
            }
          },
          "expect": [
            {
              "because": "the reference has this type for an action that the user may not take",
              "status": 403,
              "error": "consumer_session_authorization_error"
            },
            {
              "because": "what a resource is that the project does not know is not documented: a wrong request",
              "status": 400,
              "error": ["bad_request", "invalid_argument"]
            }
          ]
        },
        { "request": { "operation": "sessions.authenticate", "params": { "session_token": "{{session_token}}" } } }
      ]
    },
    {
      "id": "changed-signature",
      "description": "A JWT whose signature was changed is refused, and the session lives on.",
      "requirements": ["authenticate-bad-jwt"],
      "steps": [
        {
          "request": { "operation": "sessions.authenticate", "params": { "session_jwt": "{{session_jwt}}AAAA" } },
          "expect": [
            {
              "because": "refused by what is wrong with the token; the type is assumed",
              "status": [400, 401],
              "error": ["unable_to_parse_session_jwt", "jwt_invalid_claims", "bad_request"]
            },
            { "because": "taken for a token that names no session", "status": 404, "error": "session_not_found" }
          ]
        },
        { "request": { "operation": "sessions.authenticate", "params": { "session_token": "{{session_token}}" } } }
      ]
    }
  ]
}

11474 sessions/claims.json
{
  "description": "Custom claims of a session.",
  "tags": ["sessions", "claims"],
  "setup": [{ "use": "user" }],
  "cases": [
    {
      "id": "set",
      "description": "Claims stand in the session, and at the top of the JWT.",
      "requirements": ["claims-set", "model-numbers"],
      "request": {
        "operation": "sessions.authenticate",
        "params": {
          "session_token": "{{session_token}}",
          "session_duration_minutes": 60,
          "session_custom_claims": {
            "plan": { "name": "pro", "seats": 3 },
            "color": "blue",
            "tags": ["a", "b"],
            "on": true,
            "$price": "\\{{not a placeholder}}",
            "big": 9007199254740993
          }
        }
      },
      "expect": {
        "body": {
          "session": {
            "custom_claims": {
              "$literal": {
                "plan": { "name": "pro", "seats": 3 },
                "color": "blue",
                "tags": ["a", "b"],
                "on": true,
                "$price": "\\{{not a placeholder}}",
                "big": 9007199254740993
              }
            }
          },
          "session_jwt": {
            "$jwt": {
              "claims": {
                "plan": { "$literal": { "name": "pro", "seats": 3 } },
                "color": "blue",
                "tags": ["a", "b"],
                "on": true,
                "big": 9007199254740993
              },
              "session": "/session"
            }
          }
        }
      }
    },
    {
      "id": "merge-and-delete",
      "description": "A nested object is merged, a null deletes its key, and what is not named stays.",
      "requirements": ["claims-set", "claims-update", "claims-delete"],
      "steps": [
        { "use": "claims", "with": { "token": "{{session_token}}" } },
        {
          "request": {
            "operation": "sessions.authenticate",
            "params": {
              "session_token": "{{session_token}}",
              "session_duration_minutes": 60,
              "session_custom_claims": { "plan": { "seats": 4 }, "color": null, "size": "L" }
            }
          },
          "expect": {
            "body": {
              "session": { "custom_claims": { "$literal": { "plan": { "name": "pro", "seats": 4 }, "size": "L" } } },
              "session_jwt": {
                "$jwt": {
                  "claims": {
                    "plan": { "$exact": true, "name": "pro", "seats": 4 },
                    "color": { "$absent": true },
                    "size": "L"
                  }
                }
              }
            }
          }
        }
      ]
    },
    {
      "id": "replaced",
      "description": "A new value of {{kind}} takes the old one's place.",
      "requirements": ["claims-update"],
      "rows": [
        { "id": "text", "kind": "a text", "after": "red" },
        { "id": "array", "kind": "an array", "after": ["red", "green"] },
        { "id": "object", "kind": "an object", "after": { "hue": 240 } }
      ],
      "steps": [
        { "use": "claims", "with": { "token": "{{session_token}}" } },
        {
          "request": {
            "operation": "sessions.authenticate",
            "params": {
              "session_token": "{{session_token}}",
              "session_duration_minutes": 60,
              "session_custom_claims": { "color": "{{after}}" }
            }
          },
          "expect": {
            "body": {
              "session": {
                "custom_claims": { "$literal": { "plan": { "name": "pro", "seats": 3 }, "color": "{{after}}" } }
              },
              "session_jwt": { "$jwt": { "claims": { "color": { "$literal": "{{after}}" } } } }
            }
          }
        }
      ]
    },
    {
      "id": "kept",
      "description": "Claims stay when a later call says nothing of them, by token and by JWT.",
      "requirements": ["claims-set"],
      "steps": [
        { "use": "claims", "with": { "token": "{{session_token}}" } },
        {
          "request": { "operation": "sessions.authenticate", "params": { "session_token": "{{session_token}}" } },
          "expect": {
            "body": {
              "session": {
                "custom_claims": { "$literal": { "plan": { "name": "pro", "seats": 3 }, "color": "blue" } }
              }
            }
          }
        },
        {
          "request": { "operation": "sessions.authenticate", "params": { "session_jwt": "{{session_jwt}}" } },
          "expect": {
            "body": {
              "session_jwt": {
                "$jwt": { "claims": { "color": "blue", "plan": { "seats": 3 } }, "session": "/session" }
              }
            }
          }
        },
        {
          "request": { "operation": "sessions.get", "params": { "user_id": "{{user_id}}" } },
          "expect": {
            "body": {
              "sessions": [
                { "custom_claims": { "$literal": { "plan": { "name": "pro", "seats": 3 }, "color": "blue" } } }
              ]
            }
          }
        }
      ]
    },
    {
      "id": "largest",
      "description": "Claims just below the limit are taken.",
      "requirements": ["claims-size"],
      "request": {
        "operation": "sessions.authenticate",
        "params": {
          "session_token": "{{session_token}}",
          "session_duration_minutes": 60,
          "session_custom_claims": { "text": "{{text:4000}}" }
        }
      },
      "expect": { "body": { "session": { "custom_claims": { "text": "{{text:4000}}" } } } }
    },
    {
      "id": "too-large",
      "description": "More than four kilobytes are refused.",
      "requirements": ["claims-size"],
      "request": {
        "operation": "sessions.authenticate",
        "params": {
          "session_token": "{{session_token}}",
          "session_duration_minutes": 60,
          "session_custom_claims": { "text": "{{text:4100}}" }
        }
      },
      "expect": [
        {
          "because": "the type made for it; its status is assumed",
          "status": 400,
          "error": "custom_claims_too_large"
        },
        {
          "because": "the general type of a wrong request",
          "status": 400,
          "error": ["bad_request", "invalid_argument"]
        }
      ]
    },
    {
      "id": "too-large-together",
      "description": "The limit is that of all claims of the session, not of one call.",
      "requirements": ["claims-size"],
      "steps": [
        {
          "request": {
            "operation": "sessions.authenticate",
            "params": {
              "session_token": "{{session_token}}",
              "session_duration_minutes": 60,
              "session_custom_claims": { "first": "{{text:2500}}" }
            }
          }
        },
        {
          "request": {
            "operation": "sessions.authenticate",
            "params": {
              "session_token": "{{session_token}}",
              "session_duration_minutes": 60,
              "session_custom_claims": { "second": "{{text:2501}}" }
            }
          },
          "expect": [
            {
              "because": "the type made for it; its status is assumed",
              "status": 400,
              "error": "custom_claims_too_large"
            },
            {
              "because": "the general type of a wrong request",
              "status": 400,
              "error": ["bad_request", "invalid_argument"]
            }
          ]
        },
        {
          "request": { "operation": "sessions.authenticate", "params": { "session_token": "{{session_token}}" } },
          "expect": { "body": { "session": { "custom_claims": { "$literal": { "first": "{{text:2500}}" } } } } }
        }
      ]
    },
    {
      "id": "reserved",
      "description": "The claim {{name}} is never taken over.",
      "requirements": ["claims-reserved"],
      "rows": [
        { "id": "iss", "name": "iss", "claims": { "iss": "somebody" } },
        { "id": "sub", "name": "sub", "claims": { "sub": "somebody" } },
        { "id": "aud", "name": "aud", "claims": { "aud": ["somebody"] } },
        { "id": "exp", "name": "exp", "claims": { "exp": 4102444800 } },
        { "id": "nbf", "name": "nbf", "claims": { "nbf": 4102444800 } },
        { "id": "iat", "name": "iat", "claims": { "iat": 4102444800 } },
        { "id": "jti", "name": "jti", "claims": { "jti": "somebody" } }
      ],
      "request": {
        "operation": "sessions.authenticate",
        "params": {
          "session_token": "{{session_token}}",
          "session_duration_minutes": 60,
          "session_custom_claims": "{{claims}}"
        }
      },
      "expect": [
        {
          "because": "the reference says that reserved claims are ignored",
          "status": 200,
          "body": {
            "session": {
              "custom_claims": {
                "$optional": true,
                "$nullable": true,
                "iss": { "$absent": true },
                "sub": { "$absent": true },
                "aud": { "$absent": true },
                "exp": { "$absent": true },
                "nbf": { "$absent": true },
                "iat": { "$absent": true },
                "jti": { "$absent": true }
              }
            },
            "session_jwt": {
              "$jwt": {
                "claims": {
                  "iss": { "$anyOf": ["stytch.com/{{project_id}}", { "$regex": "^https://" }] },
                  "sub": "{{user_id}}",
                  "aud": ["{{project_id}}"],
                  "exp": { "$lt": 4102444800 },
                  "nbf": { "$near": {} },
                  "iat": { "$near": {} },
                  "jti": { "$absent": true }
                }
              }
            }
          }
        },
        {
          "because": "the guide says that they are refused",
          "status": 400,
          "error": ["reserved_claims_in_custom_claims", "stytch_claims_in_custom_claims"]
        }
      ]
    },
    {
      "id": "at-log-in",
      "description": "Claims may be given when a session is made.",
      "requirements": ["claims-set"],
      "request": {
        "operation": "passwords.authenticate",
        "params": {
          "email": "{{user_email}}",
          "password": "{{user_password}}",
          "session_duration_minutes": 60,
          "session_custom_claims": { "color": "blue" }
        }
      },
      "expect": {
        "body": {
          "session": { "custom_claims": { "$literal": { "color": "blue" } } },
          "session_jwt": { "$jwt": { "claims": { "color": "blue" }, "session": "/session" } }
        }
      }
    },
    {
      "id": "without-a-session",
      "description": "Claims without a duration make no session.",
      "requirements": ["claims-need-session"],
      "steps": [
        {
          "request": {
            "operation": "passwords.authenticate",
            "params": {
              "email": "{{user_email}}",
              "password": "{{user_password}}",
              "session_custom_claims": { "color": "blue" }
            }
          },
          "expect": { "body": { "$shape": "no_session", "user_id": "{{user_id}}" } }
        },
        {
          "request": { "operation": "sessions.get", "params": { "user_id": "{{user_id}}" } },
          "expect": { "body": { "sessions": [{ "session_id": "{{session_id}}" }] } }
        }
      ]
    }
  ]
}

5189 sessions/durations.json
{
  "description": "How long a session lives, and which durations are taken.",
  "tags": ["sessions", "durations"],
  "setup": [{ "use": "user" }],
  "cases": [
    {
      "id": "accepted",
      "description": "{{minutes}} minutes are accepted and counted from now.",
      "requirements": ["{{covers}}", "duration-extends"],
      "rows": [
        { "id": "shortest", "minutes": 5, "covers": "duration-minimum" },
        { "id": "longest", "minutes": 527040, "covers": "duration-maximum" }
      ],
      "request": {
        "operation": "sessions.authenticate",
        "params": { "session_token": "{{session_token}}", "session_duration_minutes": "{{minutes}}" }
      },
      "expect": {
        "body": {
          "session": { "$shape": "session", "expires_at": { "$near": { "plus": "{{minutes}}m" } } },
          "session_jwt": { "$jwt": { "session": "/session", "lifetime": "5m" } }
        }
      }
    },
    {
      "id": "refused",
      "description": "{{minutes}} minutes are refused, and the session stays as it was.",
      "requirements": ["{{covers}}"],
      "rows": [
        { "id": "below-the-shortest", "minutes": 4, "covers": "duration-minimum" },
        { "id": "above-the-longest", "minutes": 527041, "covers": "duration-maximum" }
      ],
      "steps": [
        {
          "request": { "operation": "sessions.authenticate", "params": { "session_token": "{{session_token}}" } },
          "capture": { "end": "/session/expires_at" }
        },
        {
          "request": {
            "operation": "sessions.authenticate",
            "params": { "session_token": "{{session_token}}", "session_duration_minutes": "{{minutes}}" }
          },
          "expect": { "status": 400, "error": "invalid_session_duration_minutes" }
        },
        {
          "request": { "operation": "sessions.authenticate", "params": { "session_token": "{{session_token}}" } },
          "expect": { "body": { "session": { "expires_at": "{{end}}" } } }
        }
      ]
    },
    {
      "id": "extends",
      "description": "After {{moved}} a duration of {{minutes}} minutes is counted from then.",
      "requirements": ["duration-extends"],
      "rows": [
        { "id": "later-end", "minutes": 55, "moved": "20m" },
        { "id": "sooner-end", "minutes": 10, "moved": "20m" }
      ],
      "steps": [
        { "mock": { "advance": "{{moved}}" } },
        {
          "request": {
            "operation": "sessions.authenticate",
            "params": { "session_token": "{{session_token}}", "session_duration_minutes": "{{minutes}}" }
          },
          "expect": {
            "body": {
              "session": { "session_id": "{{session_id}}", "expires_at": { "$near": { "plus": "{{minutes}}m" } } }
            }
          }
        }
      ]
    },
    {
      "id": "extended-session-lives",
      "description": "A session that was extended outlives its first end, and not its second.",
      "requirements": ["duration-extends", "session-expired"],
      "steps": [
        { "mock": { "advance": "50m" } },
        {
          "request": {
            "operation": "sessions.authenticate",
            "params": { "session_token": "{{session_token}}", "session_duration_minutes": 30 }
          }
        },
        { "mock": { "advance": "29m" } },
        { "request": { "operation": "sessions.authenticate", "params": { "session_token": "{{session_token}}" } } },
        { "mock": { "advance": "2m" } },
        {
          "request": { "operation": "sessions.authenticate", "params": { "session_token": "{{session_token}}" } },
          "expect": { "status": 404, "error": "session_not_found" }
        }
      ]
    },
    {
      "id": "absent",
      "description": "Without a duration the end stays where it was.",
      "requirements": ["duration-absent"],
      "steps": [
        {
          "request": { "operation": "sessions.authenticate", "params": { "session_token": "{{session_token}}" } },
          "capture": { "first_end": "/session/expires_at" }
        },
        { "mock": { "advance": "10m" } },
        {
          "request": { "operation": "sessions.authenticate", "params": { "session_token": "{{session_token}}" } },
          "expect": {
            "body": { "session": { "expires_at": { "$near": { "to": "{{first_end}}", "within": "1s" } } } }
          }
        }
      ]
    },
    {
      "id": "wrong-type",
      "description": "A duration that is no whole positive number.",
      "requirements": ["duration-wrong-type"],
      "rows": [
        { "id": "text", "given": "60" },
        { "id": "fraction", "given": 60.5 },
        { "id": "null", "given": null },
        { "id": "negative", "given": -1 }
      ],
      "request": {
        "operation": "sessions.authenticate",
        "params": { "session_token": "{{session_token}}", "session_duration_minutes": "{{given}}" }
      },
      "expect": [
        { "because": "the type's own message", "status": 400, "error": "invalid_session_duration_minutes" },
        {
          "because": "refused before the type is known",
          "status": 400,
          "error": ["bad_request", "invalid_argument"]
        }
      ]
    }
  ]
}

11975 sessions/exchange_access_token.json
{
  "description": "Exchanging a connected app's access token for a session; what refuses it is assumed.",
  "tags": ["sessions", "outside_tokens"],
  "setup": [{ "use": "user" }],
  "cases": [
    {
      "id": "session",
      "description": "The user who gave the access gets a session with the app's factor, which lives.",
      "requirements": ["session-object", "jwt-session-claim", "jwt-lifetime-fixed"],
      "steps": [
        {
          "mock": {
            "accessToken": {
              "user_id": "{{user_id}}",
              "client_id": "connected-app-test-{{uuid}}",
              "scope": "openid full_access"
            }
          },
          "capture": { "access_token": "/access_token" }
        },
        {
          "request": {
            "operation": "sessions.exchange_access_token",
            "params": { "access_token": "{{access_token}}", "session_duration_minutes": 30 }
          },
          "expect": {
            "body": {
              "user_id": "{{user_id}}",
              "user": { "$shape": "unlocked_user", "user_id": "{{user_id}}" },
              "session": {
                "$shape": "session",
                "session_id": { "$not": "{{session_id}}" },
                "user_id": "{{user_id}}",
                "started_at": { "$near": {} },
                "expires_at": { "$near": { "plus": "30m" } },
                "authentication_factors": [
                  {
                    "$shape": "factor",
                    "delivery_method": "oauth_access_token_exchange",
                    "oauth_access_token_exchange_factor": { "client_id": "connected-app-test-{{uuid}}" }
                  }
                ]
              },
              "session_token": { "$shape": "session_token" },
              "session_jwt": {
                "$jwt": { "claims": { "sub": "{{user_id}}" }, "session": "/session", "lifetime": "5m" }
              }
            }
          },
          "capture": {
            "new_token": { "body": "/session_token", "secret": true },
            "new_id": "/session/session_id"
          }
        },
        {
          "request": { "operation": "sessions.authenticate", "params": { "session_token": "{{new_token}}" } },
          "expect": { "body": { "session": { "session_id": "{{new_id}}" } } }
        }
      ]
    },
    {
      "id": "without-duration",
      "description": "Without a duration the user is named and no session is made{{also}}.",
      "requirements": ["{{covers}}"],
      "rows": [
        {
          "id": "plain",
          "also": "",
          "covers": "duration-absent",
          "given": { "access_token": "{{access_token}}" }
        },
        {
          "id": "with-claims",
          "also": ", though claims are given",
          "covers": "claims-need-session",
          "given": { "access_token": "{{access_token}}", "session_custom_claims": { "color": "blue" } }
        }
      ],
      "steps": [
        {
          "mock": {
            "accessToken": {
              "user_id": "{{user_id}}",
              "client_id": "connected-app-test-{{uuid}}",
              "scope": "openid full_access"
            }
          },
          "capture": { "access_token": "/access_token" }
        },
        {
          "request": { "operation": "sessions.exchange_access_token", "params": "{{given}}" },
          "expect": {
            "body": {
              "$shape": "no_session",
              "user_id": "{{user_id}}",
              "user": { "$shape": "unlocked_user", "user_id": "{{user_id}}" }
            }
          }
        },
        {
          "request": { "operation": "sessions.get", "params": { "user_id": "{{user_id}}" } },
          "expect": { "body": { "sessions": [{ "session_id": "{{session_id}}" }] } }
        }
      ]
    },
    {
      "id": "claims",
      "description": "Claims given with a duration stand in the new session and its JWT.",
      "requirements": ["claims-set"],
      "steps": [
        {
          "mock": {
            "accessToken": {
              "user_id": "{{user_id}}",
              "client_id": "connected-app-test-{{uuid}}",
              "scope": "openid full_access"
            }
          },
          "capture": { "access_token": "/access_token" }
        },
        {
          "request": {
            "operation": "sessions.exchange_access_token",
            "params": {
              "access_token": "{{access_token}}",
              "session_duration_minutes": 30,
              "session_custom_claims": { "plan": { "seats": 3 } }
            }
          },
          "expect": {
            "body": {
              "session": { "custom_claims": { "$literal": { "plan": { "seats": 3 } } } },
              "session_jwt": {
                "$jwt": { "claims": { "plan": { "$literal": { "seats": 3 } } }, "session": "/session" }
              }
            }
          }
        }
      ]
    },
    {
      "id": "duration-refused",
      "description": "{{minutes}} minutes are refused, and the token may still be exchanged.",
      "requirements": ["{{covers}}"],
      "rows": [
        { "id": "too-short", "minutes": 4, "covers": "duration-minimum" },
        { "id": "too-long", "minutes": 527041, "covers": "duration-maximum" },
        { "id": "fraction", "minutes": 30.5, "covers": "duration-wrong-type" },
        { "id": "text", "minutes": "30", "covers": "duration-wrong-type" }
      ],
      "steps": [
        {
          "mock": {
            "accessToken": {
              "user_id": "{{user_id}}",
              "client_id": "connected-app-test-{{uuid}}",
              "scope": "openid full_access"
            }
          },
          "capture": { "access_token": "/access_token" }
        },
        {
          "request": {
            "operation": "sessions.exchange_access_token",
            "params": { "access_token": "{{access_token}}", "session_duration_minutes": "{{minutes}}" }
          },
          "expect": [
            {
              "because": "the type made for it; its status is assumed",
              "status": 400,
              "error": "invalid_session_duration_minutes"
            },
            {
              "because": "the general type of a wrong request",
              "status": 400,
              "error": ["bad_request", "invalid_argument"]
            }
          ]
        },
        {
          "request": {
            "operation": "sessions.exchange_access_token",
            "params": { "access_token": "{{access_token}}", "session_duration_minutes": 5 }
          },
          "expect": { "body": { "session": { "expires_at": { "$near": { "plus": "5m" } } } } }
        }
      ]
    },
    {
      "id": "once",
      "description": "A token is exchanged once.",
      "requirements": ["answer-error-envelope"],
      "steps": [
        {
          "mock": {
            "accessToken": {
              "user_id": "{{user_id}}",
              "client_id": "connected-app-test-{{uuid}}",
              "scope": "openid full_access"
            }
          },
          "capture": { "access_token": "/access_token" }
        },
        {
          "request": {
            "operation": "sessions.exchange_access_token",
            "params": { "access_token": "{{access_token}}" }
          }
        },
        {
          "request": {
            "operation": "sessions.exchange_access_token",
            "params": { "access_token": "{{access_token}}" }
          },
          "expect": [
            {
              "because": "a type of the exchange; its status and its cause are assumed",
              "status": [400, 401],
              "error": "oauth_access_token_exchange_token_invalid_grant"
            },
            {
              "because": "a token that is used up may count as unknown",
              "status": [400, 404],
              "error": "idp_access_token_could_not_be_exchanged"
            }
          ]
        }
      ]
    },
    {
      "id": "age",
      "description": "A token of {{age}} is {{word}}.",
      "requirements": ["{{covers}}"],
      "rows": [
        {
          "id": "young-enough",
          "age": "298s",
          "word": "accepted",
          "covers": "answer-status-code",
          "outcome": { "body": { "$shape": "no_session", "user_id": "{{user_id}}" } }
        },
        {
          "id": "too-old",
          "age": "301s",
          "word": "refused",
          "covers": "answer-error-envelope",
          "outcome": [
            {
              "because": "the type made for it; its status is assumed",
              "status": [400, 401],
              "error": "oauth_access_token_exchange_token_too_old"
            },
            {
              "because": "a token that has ended may be no grant any more",
              "status": [400, 401],
              "error": "oauth_access_token_exchange_token_invalid_grant"
            },
            {
              "because": "or be unknown",
              "status": [400, 404],
              "error": "idp_access_token_could_not_be_exchanged"
            }
          ]
        }
      ],
      "steps": [
        {
          "mock": {
            "accessToken": {
              "user_id": "{{user_id}}",
              "client_id": "connected-app-test-{{uuid}}",
              "scope": "openid full_access"
            }
          },
          "capture": { "access_token": "/access_token" }
        },
        { "mock": { "advance": "{{age}}" } },
        {
          "request": {
            "operation": "sessions.exchange_access_token",
            "params": { "access_token": "{{access_token}}" }
          },
          "expect": "{{outcome}}"
        }
      ]
    },
    {
      "id": "scope",
      "description": "A token without full access is refused.",
      "requirements": ["answer-error-envelope"],
      "steps": [
        {
          "mock": {
            "accessToken": {
              "user_id": "{{user_id}}",
              "client_id": "connected-app-test-{{uuid}}",
              "scope": "openid email full_access_to_nothing"
            }
          },
          "capture": { "access_token": "/access_token" }
        },
        {
          "request": {
            "operation": "sessions.exchange_access_token",
            "params": { "access_token": "{{access_token}}" }
          },
          "expect": [
            {
              "because": "the type made for it; its status is assumed",
              "status": [400, 401, 403],
              "error": "oauth_access_token_exchange_missing_full_access"
            },
            {
              "because": "the exchange as such may be refused",
              "status": [400, 404],
              "error": "idp_access_token_could_not_be_exchanged"
            }
          ]
        }
      ]
    },
    {
      "id": "unknown",
      "description": "An unknown token is refused.",
      "requirements": ["answer-error-envelope"],
      "request": {
        "operation": "sessions.exchange_access_token",
        "params": { "access_token": "{{text:44}}", "session_duration_minutes": 30 }
      },
      "expect": [
        {
          "because": "the type that the documentation lists under 404",
          "status": 404,
          "error": "idp_access_token_could_not_be_exchanged"
        },
        {
          "because": "a type of the exchange; its status is assumed",
          "status": [400, 401],
          "error": "oauth_access_token_exchange_token_invalid_grant"
        },
        {
          "because": "the general type of a wrong request",
          "status": 400,
          "error": ["bad_request", "invalid_argument"]
        }
      ]
    },
    {
      "id": "no-token",
      "description": "Without a token the call is refused.",
      "requirements": ["answer-error-envelope"],
      "request": { "operation": "sessions.exchange_access_token", "params": { "session_duration_minutes": 30 } },
      "expect": { "status": 400, "error": ["bad_request", "invalid_argument"] }
    }
  ]
}

30336 sessions/factors.json
{
  "$schema": "../schema/suite.schema.json",
  "description": "Every kind of authentication factor decodes, stands alone in its factor and in the JWT.",
  "tags": ["sessions", "factors"],
  "variables": {
    "four_kinds": [
      {
        "type": "magic_link",
        "delivery_method": "email",
        "last_authenticated_at": "2026-01-02T03:04:05Z",
        "created_at": "2026-01-02T03:04:06Z",
        "updated_at": "2026-01-02T03:04:05Z",
        "email_factor": {
          "email_id": "email-test-00000000-0000-4000-8000-000000000001",
          "email_address": "ada@example.com"
        }
      },
      {
        "type": "otp",
        "delivery_method": "sms",
        "last_authenticated_at": "2026-01-02T03:04:05Z",
        "created_at": "2026-01-02T03:04:06Z",
        "updated_at": "2026-01-02T03:04:05Z",
        "phone_number_factor": {
          "phone_id": "phone-number-test-00000000-0000-4000-8000-000000000002",
          "phone_number": "+15005550006"
        }
      },
      {
        "type": "oauth",
        "delivery_method": "oauth_google",
        "last_authenticated_at": "2026-01-02T03:04:05Z",
        "created_at": "2026-01-02T03:04:06Z",
        "updated_at": "2026-01-02T03:04:05Z",
        "google_oauth_factor": {
          "id": "oauth-user-test-00000000-0000-4000-8000-000000000102",
          "provider_subject": "google-subject-1",
          "email_id": "email-test-00000000-0000-4000-8000-000000000103"
        }
      },
      {
        "type": "password",
        "delivery_method": "knowledge",
        "last_authenticated_at": "2026-01-02T03:04:05Z",
        "created_at": "2026-01-02T03:04:06Z",
        "updated_at": "2026-01-02T03:04:05Z"
      }
    ]
  },
  "cases": [
    {
      "id": "with-object",
      "description": "{{type}} by {{delivery}} carries {{sub}}, and no other.",
      "requirements": [
        "factor-type-{{type}}",
        "factor-delivery-{{delivery}}",
        "factor-sub-{{sub}}",
        "factor-absent-not-null"
      ],
      "rows": [
        {
          "id": "email",
          "type": "magic_link",
          "delivery": "email",
          "sub": "email_factor",
          "factor": {
            "type": "magic_link",
            "delivery_method": "email",
            "last_authenticated_at": "2026-01-02T03:04:05Z",
            "created_at": "2026-01-02T03:04:06Z",
            "updated_at": "2026-01-02T03:04:05Z",
            "email_factor": {
              "email_id": "email-test-00000000-0000-4000-8000-000000000001",
              "email_address": "ada@example.com"
            }
          }
        },
        {
          "id": "sms",
          "type": "otp",
          "delivery": "sms",
          "sub": "phone_number_factor",
          "factor": {
            "type": "otp",
            "delivery_method": "sms",
            "last_authenticated_at": "2026-01-02T03:04:05Z",
            "created_at": "2026-01-02T03:04:06Z",
            "updated_at": "2026-01-02T03:04:05Z",
            "phone_number_factor": {
              "phone_id": "phone-number-test-00000000-0000-4000-8000-000000000002",
              "phone_number": "+15005550006"
            }
          }
        },
        {
          "id": "whatsapp",
          "type": "otp",
          "delivery": "whatsapp",
          "sub": "phone_number_factor",
          "factor": {
            "type": "otp",
            "delivery_method": "whatsapp",
            "last_authenticated_at": "2026-01-02T03:04:05Z",
            "created_at": "2026-01-02T03:04:06Z",
            "updated_at": "2026-01-02T03:04:05Z",
            "phone_number_factor": {
              "phone_id": "phone-number-test-00000000-0000-4000-8000-000000000003",
              "phone_number": "+15005550007"
            }
          }
        },
        {
          "id": "embedded",
          "type": "magic_link",
          "delivery": "embedded",
          "sub": "embeddable_magic_link_factor",
          "factor": {
            "type": "magic_link",
            "delivery_method": "embedded",
            "last_authenticated_at": "2026-01-02T03:04:05Z",
            "created_at": "2026-01-02T03:04:06Z",
            "updated_at": "2026-01-02T03:04:05Z",
            "embeddable_magic_link_factor": {
              "embedded_id": "embeddable-magic-link-test-00000000-0000-4000-8000-000000000004"
            }
          }
        },
        {
          "id": "oauth-google",
          "type": "oauth",
          "delivery": "oauth_google",
          "sub": "google_oauth_factor",
          "factor": {
            "type": "oauth",
            "delivery_method": "oauth_google",
            "last_authenticated_at": "2026-01-02T03:04:05Z",
            "created_at": "2026-01-02T03:04:06Z",
            "updated_at": "2026-01-02T03:04:05Z",
            "google_oauth_factor": {
              "id": "oauth-user-test-00000000-0000-4000-8000-000000000102",
              "provider_subject": "google-subject-1",
              "email_id": "email-test-00000000-0000-4000-8000-000000000103"
            }
          }
        },
        {
          "id": "oauth-microsoft",
          "type": "oauth",
          "delivery": "oauth_microsoft",
          "sub": "microsoft_oauth_factor",
          "factor": {
            "type": "oauth",
            "delivery_method": "oauth_microsoft",
            "last_authenticated_at": "2026-01-02T03:04:05Z",
            "created_at": "2026-01-02T03:04:06Z",
            "updated_at": "2026-01-02T03:04:05Z",
            "microsoft_oauth_factor": {
              "id": "oauth-user-test-00000000-0000-4000-8000-000000000104",
              "provider_subject": "microsoft-subject-1",
              "email_id": "email-test-00000000-0000-4000-8000-000000000105"
            }
          }
        },
        {
          "id": "oauth-apple",
          "type": "oauth",
          "delivery": "oauth_apple",
          "sub": "apple_oauth_factor",
          "factor": {
            "type": "oauth",
            "delivery_method": "oauth_apple",
            "last_authenticated_at": "2026-01-02T03:04:05Z",
            "created_at": "2026-01-02T03:04:06Z",
            "updated_at": "2026-01-02T03:04:05Z",
            "apple_oauth_factor": {
              "id": "oauth-user-test-00000000-0000-4000-8000-000000000106",
              "provider_subject": "apple-subject-1",
              "email_id": "email-test-00000000-0000-4000-8000-000000000107"
            }
          }
        },
        {
          "id": "webauthn-registration",
          "type": "webauthn",
          "delivery": "webauthn_registration",
          "sub": "webauthn_factor",
          "factor": {
            "type": "webauthn",
            "delivery_method": "webauthn_registration",
            "last_authenticated_at": "2026-01-02T03:04:05Z",
            "created_at": "2026-01-02T03:04:06Z",
            "updated_at": "2026-01-02T03:04:05Z",
            "webauthn_factor": {
              "webauthn_registration_id": "webauthn-registration-test-00000000-0000-4000-8000-000000000005",
              "domain": "example.com",
              "user_agent": "Browser/1.0"
            }
          }
        },
        {
          "id": "authenticator-app",
          "type": "totp",
          "delivery": "authenticator_app",
          "sub": "authenticator_app_factor",
          "factor": {
            "type": "totp",
            "delivery_method": "authenticator_app",
            "last_authenticated_at": "2026-01-02T03:04:05Z",
            "created_at": "2026-01-02T03:04:06Z",
            "updated_at": "2026-01-02T03:04:05Z",
            "authenticator_app_factor": { "totp_id": "totp-test-00000000-0000-4000-8000-000000000006" }
          }
        },
        {
          "id": "oauth-github",
          "type": "oauth",
          "delivery": "oauth_github",
          "sub": "github_oauth_factor",
          "factor": {
            "type": "oauth",
            "delivery_method": "oauth_github",
            "last_authenticated_at": "2026-01-02T03:04:05Z",
            "created_at": "2026-01-02T03:04:06Z",
            "updated_at": "2026-01-02T03:04:05Z",
            "github_oauth_factor": {
              "id": "oauth-user-test-00000000-0000-4000-8000-000000000108",
              "provider_subject": "github-subject-1",
              "email_id": "email-test-00000000-0000-4000-8000-000000000109"
            }
          }
        },
        {
          "id": "recovery-code",
          "type": "recovery_codes",
          "delivery": "recovery_code",
          "sub": "recovery_code_factor",
          "factor": {
            "type": "recovery_codes",
            "delivery_method": "recovery_code",
            "last_authenticated_at": "2026-01-02T03:04:05Z",
            "created_at": "2026-01-02T03:04:06Z",
            "updated_at": "2026-01-02T03:04:05Z",
            "recovery_code_factor": {
              "totp_recovery_code_id": "totp-recovery-code-test-00000000-0000-4000-8000-000000000007"
            }
          }
        },
        {
          "id": "oauth-facebook",
          "type": "oauth",
          "delivery": "oauth_facebook",
          "sub": "facebook_oauth_factor",
          "factor": {
            "type": "oauth",
            "delivery_method": "oauth_facebook",
            "last_authenticated_at": "2026-01-02T03:04:05Z",
            "created_at": "2026-01-02T03:04:06Z",
            "updated_at": "2026-01-02T03:04:05Z",
            "facebook_oauth_factor": {
              "id": "oauth-user-test-00000000-0000-4000-8000-000000000110",
              "provider_subject": "facebook-subject-1",
              "email_id": "email-test-00000000-0000-4000-8000-000000000111"
            }
          }
        },
        {
          "id": "crypto-wallet",
          "type": "crypto",
          "delivery": "crypto_wallet",
          "sub": "crypto_wallet_factor",
          "factor": {
            "type": "crypto",
            "delivery_method": "crypto_wallet",
            "last_authenticated_at": "2026-01-02T03:04:05Z",
            "created_at": "2026-01-02T03:04:06Z",
            "updated_at": "2026-01-02T03:04:05Z",
            "crypto_wallet_factor": {
              "crypto_wallet_id": "crypto-wallet-test-00000000-0000-4000-8000-000000000008",
              "crypto_wallet_address": "0x00000000000000000000000000000000000000aa",
              "crypto_wallet_type": "ethereum"
            }
          }
        },
        {
          "id": "oauth-amazon",
          "type": "oauth",
          "delivery": "oauth_amazon",
          "sub": "amazon_oauth_factor",
          "factor": {
            "type": "oauth",
            "delivery_method": "oauth_amazon",
            "last_authenticated_at": "2026-01-02T03:04:05Z",
            "created_at": "2026-01-02T03:04:06Z",
            "updated_at": "2026-01-02T03:04:05Z",
            "amazon_oauth_factor": {
              "id": "oauth-user-test-00000000-0000-4000-8000-000000000112",
              "provider_subject": "amazon-subject-1",
              "email_id": "email-test-00000000-0000-4000-8000-000000000113"
            }
          }
        },
        {
          "id": "oauth-bitbucket",
          "type": "oauth",
          "delivery": "oauth_bitbucket",
          "sub": "bitbucket_oauth_factor",
          "factor": {
            "type": "oauth",
            "delivery_method": "oauth_bitbucket",
            "last_authenticated_at": "2026-01-02T03:04:05Z",
            "created_at": "2026-01-02T03:04:06Z",
            "updated_at": "2026-01-02T03:04:05Z",
            "bitbucket_oauth_factor": {
              "id": "oauth-user-test-00000000-0000-4000-8000-000000000114",
              "provider_subject": "bitbucket-subject-1",
              "email_id": "email-test-00000000-0000-4000-8000-000000000115"
            }
          }
        },
        {
          "id": "oauth-coinbase",
          "type": "oauth",
          "delivery": "oauth_coinbase",
          "sub": "coinbase_oauth_factor",
          "factor": {
            "type": "oauth",
            "delivery_method": "oauth_coinbase",
            "last_authenticated_at": "2026-01-02T03:04:05Z",
            "created_at": "2026-01-02T03:04:06Z",
            "updated_at": "2026-01-02T03:04:05Z",
            "coinbase_oauth_factor": {
              "id": "oauth-user-test-00000000-0000-4000-8000-000000000116",
              "provider_subject": "coinbase-subject-1",
              "email_id": "email-test-00000000-0000-4000-8000-000000000117"
            }
          }
        },
        {
          "id": "oauth-discord",
          "type": "oauth",
          "delivery": "oauth_discord",
          "sub": "discord_oauth_factor",
          "factor": {
            "type": "oauth",
            "delivery_method": "oauth_discord",
            "last_authenticated_at": "2026-01-02T03:04:05Z",
            "created_at": "2026-01-02T03:04:06Z",
            "updated_at": "2026-01-02T03:04:05Z",
            "discord_oauth_factor": {
              "id": "oauth-user-test-00000000-0000-4000-8000-000000000118",
              "provider_subject": "discord-subject-1",
              "email_id": "email-test-00000000-0000-4000-8000-000000000119"
            }
          }
        },
        {
          "id": "oauth-figma",
          "type": "oauth",
          "delivery": "oauth_figma",
          "sub": "figma_oauth_factor",
          "factor": {
            "type": "oauth",
            "delivery_method": "oauth_figma",
            "last_authenticated_at": "2026-01-02T03:04:05Z",
            "created_at": "2026-01-02T03:04:06Z",
            "updated_at": "2026-01-02T03:04:05Z",
            "figma_oauth_factor": {
              "id": "oauth-user-test-00000000-0000-4000-8000-000000000120",
              "provider_subject": "figma-subject-1",
              "email_id": "email-test-00000000-0000-4000-8000-000000000121"
            }
          }
        },
        {
          "id": "oauth-gitlab",
          "type": "oauth",
          "delivery": "oauth_gitlab",
          "sub": "git_lab_oauth_factor",
          "factor": {
            "type": "oauth",
            "delivery_method": "oauth_gitlab",
            "last_authenticated_at": "2026-01-02T03:04:05Z",
            "created_at": "2026-01-02T03:04:06Z",
            "updated_at": "2026-01-02T03:04:05Z",
            "git_lab_oauth_factor": {
              "id": "oauth-user-test-00000000-0000-4000-8000-000000000122",
              "provider_subject": "gitlab-subject-1",
              "email_id": "email-test-00000000-0000-4000-8000-000000000123"
            }
          }
        },
        {
          "id": "oauth-instagram",
          "type": "oauth",
          "delivery": "oauth_instagram",
          "sub": "instagram_oauth_factor",
          "factor": {
            "type": "oauth",
            "delivery_method": "oauth_instagram",
            "last_authenticated_at": "2026-01-02T03:04:05Z",
            "created_at": "2026-01-02T03:04:06Z",
            "updated_at": "2026-01-02T03:04:05Z",
            "instagram_oauth_factor": {
              "id": "oauth-user-test-00000000-0000-4000-8000-000000000124",
              "provider_subject": "instagram-subject-1",
              "email_id": "email-test-00000000-0000-4000-8000-000000000125"
            }
          }
        },
        {
          "id": "oauth-linkedin",
          "type": "oauth",
          "delivery": "oauth_linkedin",
          "sub": "linked_in_oauth_factor",
          "factor": {
            "type": "oauth",
            "delivery_method": "oauth_linkedin",
            "last_authenticated_at": "2026-01-02T03:04:05Z",
            "created_at": "2026-01-02T03:04:06Z",
            "updated_at": "2026-01-02T03:04:05Z",
            "linked_in_oauth_factor": {
              "id": "oauth-user-test-00000000-0000-4000-8000-000000000126",
              "provider_subject": "linkedin-subject-1",
              "email_id": "email-test-00000000-0000-4000-8000-000000000127"
            }
          }
        },
        {
          "id": "oauth-shopify",
          "type": "oauth",
          "delivery": "oauth_shopify",
          "sub": "shopify_oauth_factor",
          "factor": {
            "type": "oauth",
            "delivery_method": "oauth_shopify",
            "last_authenticated_at": "2026-01-02T03:04:05Z",
            "created_at": "2026-01-02T03:04:06Z",
            "updated_at": "2026-01-02T03:04:05Z",
            "shopify_oauth_factor": {
              "id": "oauth-user-test-00000000-0000-4000-8000-000000000128",
              "provider_subject": "shopify-subject-1",
              "email_id": "email-test-00000000-0000-4000-8000-000000000129"
            }
          }
        },
        {
          "id": "oauth-slack",
          "type": "oauth",
          "delivery": "oauth_slack",
          "sub": "slack_oauth_factor",
          "factor": {
            "type": "oauth",
            "delivery_method": "oauth_slack",
            "last_authenticated_at": "2026-01-02T03:04:05Z",
            "created_at": "2026-01-02T03:04:06Z",
            "updated_at": "2026-01-02T03:04:05Z",
            "slack_oauth_factor": {
              "id": "oauth-user-test-00000000-0000-4000-8000-000000000130",
              "provider_subject": "slack-subject-1",
              "email_id": "email-test-00000000-0000-4000-8000-000000000131"
            }
          }
        },
        {
          "id": "oauth-snapchat",
          "type": "oauth",
          "delivery": "oauth_snapchat",
          "sub": "snapchat_oauth_factor",
          "factor": {
            "type": "oauth",
            "delivery_method": "oauth_snapchat",
            "last_authenticated_at": "2026-01-02T03:04:05Z",
            "created_at": "2026-01-02T03:04:06Z",
            "updated_at": "2026-01-02T03:04:05Z",
            "snapchat_oauth_factor": {
              "id": "oauth-user-test-00000000-0000-4000-8000-000000000132",
              "provider_subject": "snapchat-subject-1",
              "email_id": "email-test-00000000-0000-4000-8000-000000000133"
            }
          }
        },
        {
          "id": "oauth-spotify",
          "type": "oauth",
          "delivery": "oauth_spotify",
          "sub": "spotify_oauth_factor",
          "factor": {
            "type": "oauth",
            "delivery_method": "oauth_spotify",
            "last_authenticated_at": "2026-01-02T03:04:05Z",
            "created_at": "2026-01-02T03:04:06Z",
            "updated_at": "2026-01-02T03:04:05Z",
            "spotify_oauth_factor": {
              "id": "oauth-user-test-00000000-0000-4000-8000-000000000134",
              "provider_subject": "spotify-subject-1",
              "email_id": "email-test-00000000-0000-4000-8000-000000000135"
            }
          }
        },
        {
          "id": "oauth-steam",
          "type": "oauth",
          "delivery": "oauth_steam",
          "sub": "steam_oauth_factor",
          "factor": {
            "type": "oauth",
            "delivery_method": "oauth_steam",
            "last_authenticated_at": "2026-01-02T03:04:05Z",
            "created_at": "2026-01-02T03:04:06Z",
            "updated_at": "2026-01-02T03:04:05Z",
            "steam_oauth_factor": {
              "id": "oauth-user-test-00000000-0000-4000-8000-000000000136",
              "provider_subject": "steam-subject-1",
              "email_id": "email-test-00000000-0000-4000-8000-000000000137"
            }
          }
        },
        {
          "id": "oauth-tiktok",
          "type": "oauth",
          "delivery": "oauth_tiktok",
          "sub": "tik_tok_oauth_factor",
          "factor": {
            "type": "oauth",
            "delivery_method": "oauth_tiktok",
            "last_authenticated_at": "2026-01-02T03:04:05Z",
            "created_at": "2026-01-02T03:04:06Z",
            "updated_at": "2026-01-02T03:04:05Z",
            "tik_tok_oauth_factor": {
              "id": "oauth-user-test-00000000-0000-4000-8000-000000000138",
              "provider_subject": "tiktok-subject-1",
              "email_id": "email-test-00000000-0000-4000-8000-000000000139"
            }
          }
        },
        {
          "id": "oauth-twitch",
          "type": "oauth",
          "delivery": "oauth_twitch",
          "sub": "twitch_oauth_factor",
          "factor": {
            "type": "oauth",
            "delivery_method": "oauth_twitch",
            "last_authenticated_at": "2026-01-02T03:04:05Z",
            "created_at": "2026-01-02T03:04:06Z",
            "updated_at": "2026-01-02T03:04:05Z",
            "twitch_oauth_factor": {
              "id": "oauth-user-test-00000000-0000-4000-8000-000000000140",
              "provider_subject": "twitch-subject-1",
              "email_id": "email-test-00000000-0000-4000-8000-000000000141"
            }
          }
        },
        {
          "id": "oauth-twitter",
          "type": "oauth",
          "delivery": "oauth_twitter",
          "sub": "twitter_oauth_factor",
          "factor": {
            "type": "oauth",
            "delivery_method": "oauth_twitter",
            "last_authenticated_at": "2026-01-02T03:04:05Z",
            "created_at": "2026-01-02T03:04:06Z",
            "updated_at": "2026-01-02T03:04:05Z",
            "twitter_oauth_factor": {
              "id": "oauth-user-test-00000000-0000-4000-8000-000000000142",
              "provider_subject": "twitter-subject-1",
              "email_id": "email-test-00000000-0000-4000-8000-000000000143"
            }
          }
        },
        {
          "id": "biometric",
          "type": "signature_challenge",
          "delivery": "biometric",
          "sub": "biometric_factor",
          "factor": {
            "type": "signature_challenge",
            "delivery_method": "biometric",
            "last_authenticated_at": "2026-01-02T03:04:05Z",
            "created_at": "2026-01-02T03:04:06Z",
            "updated_at": "2026-01-02T03:04:05Z",
            "biometric_factor": {
              "biometric_registration_id": "biometric-registration-test-00000000-0000-4000-8000-000000000009"
            }
          }
        },
        {
          "id": "sso-saml",
          "type": "sso",
          "delivery": "sso_saml",
          "sub": "saml_sso_factor",
          "factor": {
            "type": "sso",
            "delivery_method": "sso_saml",
            "last_authenticated_at": "2026-01-02T03:04:05Z",
            "created_at": "2026-01-02T03:04:06Z",
            "updated_at": "2026-01-02T03:04:05Z",
            "saml_sso_factor": {
              "id": "sso-user-test-00000000-0000-4000-8000-000000000010",
              "provider_id": "saml-connection-test-00000000-0000-4000-8000-000000000011",
              "external_id": "00u1"
            }
          }
        },
        {
          "id": "sso-oidc",
          "type": "sso",
          "delivery": "sso_oidc",
          "sub": "oidc_sso_factor",
          "factor": {
            "type": "sso",
            "delivery_method": "sso_oidc",
            "last_authenticated_at": "2026-01-02T03:04:05Z",
            "created_at": "2026-01-02T03:04:06Z",
            "updated_at": "2026-01-02T03:04:05Z",
            "oidc_sso_factor": {
              "id": "sso-user-test-00000000-0000-4000-8000-000000000012",
              "provider_id": "oidc-connection-test-00000000-0000-4000-8000-000000000013",
              "external_id": "00u2"
            }
          }
        },
        {
          "id": "oauth-salesforce",
          "type": "oauth",
          "delivery": "oauth_salesforce",
          "sub": "salesforce_oauth_factor",
          "factor": {
            "type": "oauth",
            "delivery_method": "oauth_salesforce",
            "last_authenticated_at": "2026-01-02T03:04:05Z",
            "created_at": "2026-01-02T03:04:06Z",
            "updated_at": "2026-01-02T03:04:05Z",
            "salesforce_oauth_factor": {
              "id": "oauth-user-test-00000000-0000-4000-8000-000000000144",
              "provider_subject": "salesforce-subject-1",
              "email_id": "email-test-00000000-0000-4000-8000-000000000145"
            }
          }
        },
        {
          "id": "oauth-yahoo",
          "type": "oauth",
          "delivery": "oauth_yahoo",
          "sub": "yahoo_oauth_factor",
          "factor": {
            "type": "oauth",
            "delivery_method": "oauth_yahoo",
            "last_authenticated_at": "2026-01-02T03:04:05Z",
            "created_at": "2026-01-02T03:04:06Z",
            "updated_at": "2026-01-02T03:04:05Z",
            "yahoo_oauth_factor": {
              "id": "oauth-user-test-00000000-0000-4000-8000-000000000146",
              "provider_subject": "yahoo-subject-1",
              "email_id": "email-test-00000000-0000-4000-8000-000000000147"
            }
          }
        },
        {
          "id": "oauth-hubspot",
          "type": "oauth",
          "delivery": "oauth_hubspot",
          "sub": "hubspot_oauth_factor",
          "factor": {
            "type": "oauth",
            "delivery_method": "oauth_hubspot",
            "last_authenticated_at": "2026-01-02T03:04:05Z",
            "created_at": "2026-01-02T03:04:06Z",
            "updated_at": "2026-01-02T03:04:05Z",
            "hubspot_oauth_factor": {
              "id": "oauth-user-test-00000000-0000-4000-8000-000000000148",
              "provider_subject": "hubspot-subject-1",
              "email_id": "email-test-00000000-0000-4000-8000-000000000149"
            }
          }
        },
        {
          "id": "oauth-exchange-slack",
          "type": "oauth",
          "delivery": "oauth_exchange_slack",
          "sub": "slack_oauth_exchange_factor",
          "factor": {
            "type": "oauth",
            "delivery_method": "oauth_exchange_slack",
            "last_authenticated_at": "2026-01-02T03:04:05Z",
            "created_at": "2026-01-02T03:04:06Z",
            "updated_at": "2026-01-02T03:04:05Z",
            "slack_oauth_exchange_factor": { "email_id": "email-test-00000000-0000-4000-8000-000000000014" }
          }
        },
        {
          "id": "oauth-exchange-hubspot",
          "type": "oauth",
          "delivery": "oauth_exchange_hubspot",
          "sub": "hubspot_oauth_exchange_factor",
          "factor": {
            "type": "oauth",
            "delivery_method": "oauth_exchange_hubspot",
            "last_authenticated_at": "2026-01-02T03:04:05Z",
            "created_at": "2026-01-02T03:04:06Z",
            "updated_at": "2026-01-02T03:04:05Z",
            "hubspot_oauth_exchange_factor": { "email_id": "email-test-00000000-0000-4000-8000-000000000015" }
          }
        }
      ],
      "steps": [
        {
          "mock": { "session": { "factors": ["{{factor}}"] } },
          "capture": { "seeded_user": "/user_id", "seeded_id": "/session_id", "seeded_token": "/session_token" }
        },
        {
          "request": { "operation": "sessions.authenticate", "params": { "session_token": "{{seeded_token}}" } },
          "expect": {
            "unknownFields": "fail",
            "body": {
              "session": {
                "$shape": "session",
                "session_id": "{{seeded_id}}",
                "user_id": "{{seeded_user}}",
                "authentication_factors": { "$literal": ["{{factor}}"] }
              },
              "session_jwt": { "$jwt": { "session": "/session" } }
            }
          }
        }
      ]
    },
    {
      "id": "without-object",
      "description": "{{type}} by {{delivery}} carries no object.",
      "requirements": ["factor-type-{{type}}", "factor-delivery-{{delivery}}", "factor-absent-not-null"],
      "rows": [
        {
          "id": "knowledge",
          "type": "password",
          "delivery": "knowledge",
          "factor": {
            "type": "password",
            "delivery_method": "knowledge",
            "last_authenticated_at": "2026-01-02T03:04:05Z",
            "created_at": "2026-01-02T03:04:06Z",
            "updated_at": "2026-01-02T03:04:05Z"
          }
        },
        {
          "id": "imported-auth0",
          "type": "imported",
          "delivery": "imported_auth0",
          "factor": {
            "type": "imported",
            "delivery_method": "imported_auth0",
            "last_authenticated_at": "2026-01-02T03:04:05Z",
            "created_at": "2026-01-02T03:04:06Z",
            "updated_at": "2026-01-02T03:04:05Z"
          }
        }
      ],
      "steps": [
        {
          "mock": { "session": { "factors": ["{{factor}}"] } },
          "capture": { "seeded_user": "/user_id", "seeded_id": "/session_id", "seeded_token": "/session_token" }
        },
        {
          "request": { "operation": "sessions.authenticate", "params": { "session_token": "{{seeded_token}}" } },
          "expect": {
            "unknownFields": "fail",
            "body": {
              "session": {
                "$shape": "session",
                "session_id": "{{seeded_id}}",
                "user_id": "{{seeded_user}}",
                "authentication_factors": { "$literal": ["{{factor}}"] }
              },
              "session_jwt": { "$jwt": { "session": "/session" } }
            }
          }
        }
      ]
    },
    {
      "id": "several",
      "description": "A session keeps all its factors, and from where it was begun; its JWT says the same.",
      "requirements": ["session-object", "jwt-session-claim"],
      "steps": [
        {
          "mock": {
            "session": {
              "factors": "{{four_kinds}}",
              "minutes": 30,
              "attributes": { "ip_address": "203.0.113.7", "user_agent": "Browser/1.0" }
            }
          },
          "capture": { "seeded_token": "/session_token" }
        },
        {
          "request": { "operation": "sessions.authenticate", "params": { "session_token": "{{seeded_token}}" } },
          "expect": {
            "body": {
              "session": {
                "$shape": "session",
                "authentication_factors": { "$unordered": "{{four_kinds}}" },
                "attributes": { "ip_address": "203.0.113.7", "user_agent": "Browser/1.0" },
                "expires_at": { "$near": { "plus": "30m", "within": "1m" } }
              },
              "session_jwt": { "$jwt": { "session": "/session" } }
            }
          }
        }
      ]
    }
  ]
}

5531 sessions/get.json
{
  "description": "Listing the sessions of a user.",
  "tags": ["sessions"],
  "setup": [{ "use": "user" }],
  "cases": [
    {
      "id": "one",
      "description": "A user with one session gets just that, in full, as authenticating it shows it.",
      "requirements": ["get-active", "answer-times", "answer-request-id"],
      "steps": [
        {
          "request": { "operation": "sessions.authenticate", "params": { "session_token": "{{session_token}}" } },
          "capture": {
            "first_request": "/request_id",
            "factors": "/session/authentication_factors",
            "start": "/session/started_at",
            "access": "/session/last_accessed_at",
            "end": "/session/expires_at"
          }
        },
        {
          "request": { "operation": "sessions.get", "params": { "user_id": "{{user_id}}" } },
          "expect": {
            "body": {
              "request_id": { "$regex": ".", "$not": "{{first_request}}" },
              "sessions": [
                {
                  "$shape": "session",
                  "session_id": "{{session_id}}",
                  "user_id": "{{user_id}}",
                  "authentication_factors": "{{factors}}",
                  "started_at": "{{start}}",
                  "last_accessed_at": "{{access}}",
                  "expires_at": "{{end}}",
                  "attributes": { "$type": "object" },
                  "roles": { "$type": "array" }
                }
              ]
            }
          }
        }
      ]
    },
    {
      "id": "several",
      "description": "All active sessions are there, the revoked one is not.",
      "requirements": ["get-many", "get-active"],
      "steps": [
        {
          "use": "log_in",
          "as": "second",
          "with": { "user_email": "{{user_email}}", "user_password": "{{user_password}}" }
        },
        {
          "use": "log_in",
          "as": "third",
          "with": { "user_email": "{{user_email}}", "user_password": "{{user_password}}" }
        },
        { "request": { "operation": "sessions.revoke", "params": { "session_id": "{{second.session_id}}" } } },
        {
          "request": { "operation": "sessions.get", "params": { "user_id": "{{user_id}}" } },
          "expect": {
            "body": {
              "sessions": {
                "$each": { "$shape": "session", "user_id": "{{user_id}}" },
                "$unordered": [{ "session_id": "{{third.session_id}}" }, { "session_id": "{{session_id}}" }]
              }
            }
          },
          "eventually": "5s"
        }
      ]
    },
    {
      "id": "expired",
      "description": "A session past its end is not among them.",
      "requirements": ["get-many", "session-expired"],
      "steps": [
        {
          "use": "log_in",
          "as": "short",
          "with": { "user_email": "{{user_email}}", "user_password": "{{user_password}}", "minutes": 5 }
        },
        {
          "request": { "operation": "sessions.get", "params": { "user_id": "{{user_id}}" } },
          "expect": {
            "body": {
              "sessions": {
                "$unordered": [{ "session_id": "{{session_id}}" }, { "session_id": "{{short.session_id}}" }]
              }
            }
          }
        },
        { "mock": { "advance": "6m" } },
        {
          "request": { "operation": "sessions.get", "params": { "user_id": "{{user_id}}" } },
          "expect": { "body": { "sessions": [{ "session_id": "{{session_id}}" }] } }
        }
      ]
    },
    {
      "id": "none",
      "description": "A user whose only session was revoked gets an empty list.",
      "requirements": ["get-many"],
      "steps": [
        { "request": { "operation": "sessions.revoke", "params": { "session_id": "{{session_id}}" } } },
        {
          "request": { "operation": "sessions.get", "params": { "user_id": "{{user_id}}" } },
          "expect": { "body": { "sessions": [] } },
          "eventually": "5s"
        }
      ]
    },
    {
      "id": "of-this-user-alone",
      "description": "The sessions of another user are not among them.",
      "requirements": ["get-active"],
      "steps": [
        { "use": "user", "as": "other" },
        {
          "request": { "operation": "sessions.get", "params": { "user_id": "{{user_id}}" } },
          "expect": { "body": { "sessions": [{ "session_id": "{{session_id}}", "user_id": "{{user_id}}" }] } }
        },
        {
          "request": { "operation": "sessions.get", "params": { "user_id": "{{other.user_id}}" } },
          "expect": {
            "body": { "sessions": [{ "session_id": "{{other.session_id}}", "user_id": "{{other.user_id}}" }] }
          }
        }
      ]
    },
    {
      "id": "unknown-user",
      "description": "A user that does not exist.",
      "requirements": ["get-unknown-user"],
      "request": { "operation": "sessions.get", "params": { "user_id": "user-test-{{uuid}}" } },
      "expect": { "status": 404, "error": "user_not_found" }
    },
    {
      "id": "without-user",
      "description": "Without a user id there is nothing to list.",
      "requirements": ["get-needs-user"],
      "request": { "operation": "sessions.get" },
      "expect": [
        { "because": "the type of a wrong user id", "status": 400, "error": "invalid_user_id" },
        {
          "because": "the general type of a wrong request",
          "status": 400,
          "error": ["bad_request", "invalid_argument"]
        }
      ]
    }
  ]
}

8690 sessions/migrate.json
{
  "description": "Exchanging an external token for a session.",
  "tags": ["sessions", "migrate"],
  "setup": [{ "use": "user" }],
  "cases": [
    {
      "id": "known-user",
      "description": "The e-mail of the external address finds the user, and a duration makes a session that lives.",
      "requirements": ["migrate-known-user", "migrate-answer"],
      "steps": [
        {
          "mock": {
            "userinfo": { "token": "{{uuid}}", "answer": { "email": "{{user_email}}", "email_verified": true } }
          }
        },
        {
          "request": {
            "operation": "sessions.migrate",
            "params": { "session_token": "{{uuid}}", "session_duration_minutes": 60 }
          },
          "expect": {
            "body": {
              "user_id": "{{user_id}}",
              "user": { "$shape": "unlocked_user", "user_id": "{{user_id}}" },
              "session": {
                "$shape": "session",
                "session_id": { "$not": "{{session_id}}" },
                "user_id": "{{user_id}}",
                "started_at": { "$near": {} },
                "expires_at": { "$near": { "plus": "60m" } }
              },
              "session_token": { "$shape": "session_token" },
              "session_jwt": {
                "$jwt": { "claims": { "sub": "{{user_id}}" }, "session": "/session", "lifetime": "5m" }
              }
            }
          },
          "capture": { "new_token": "/session_token", "new_id": "/session/session_id" }
        },
        {
          "request": { "operation": "sessions.authenticate", "params": { "session_token": "{{new_token}}" } },
          "expect": { "body": { "session": { "session_id": "{{new_id}}" }, "user": { "user_id": "{{user_id}}" } } }
        },
        {
          "request": { "operation": "sessions.get", "params": { "user_id": "{{user_id}}" } },
          "expect": {
            "body": {
              "sessions": { "$unordered": [{ "session_id": "{{session_id}}" }, { "session_id": "{{new_id}}" }] }
            }
          }
        }
      ]
    },
    {
      "id": "without-duration",
      "description": "Without a duration the user is named and no session is made{{also}}.",
      "requirements": ["migrate-without-duration", "{{covers}}"],
      "rows": [
        { "id": "plain", "also": "", "covers": "migrate-answer", "given": { "session_token": "{{uuid}}" } },
        {
          "id": "with-claims",
          "also": ", though claims are given",
          "covers": "claims-need-session",
          "given": { "session_token": "{{uuid}}", "session_custom_claims": { "color": "blue" } }
        }
      ],
      "steps": [
        {
          "mock": {
            "userinfo": { "token": "{{uuid}}", "answer": { "email": "{{user_email}}", "email_verified": true } }
          }
        },
        {
          "request": { "operation": "sessions.migrate", "params": "{{given}}" },
          "expect": {
            "body": {
              "$shape": "no_session",
              "user_id": "{{user_id}}",
              "user": { "$shape": "unlocked_user", "user_id": "{{user_id}}" }
            }
          }
        },
        {
          "request": { "operation": "sessions.get", "params": { "user_id": "{{user_id}}" } },
          "expect": { "body": { "sessions": [{ "session_id": "{{session_id}}" }] } }
        }
      ]
    },
    {
      "id": "claims",
      "description": "Claims given with a duration stand in the new session and its JWT.",
      "requirements": ["claims-set"],
      "steps": [
        {
          "mock": {
            "userinfo": { "token": "{{uuid}}", "answer": { "email": "{{user_email}}", "email_verified": true } }
          }
        },
        {
          "request": {
            "operation": "sessions.migrate",
            "params": {
              "session_token": "{{uuid}}",
              "session_duration_minutes": 60,
              "session_custom_claims": { "plan": { "seats": 3 } }
            }
          },
          "expect": {
            "body": {
              "session": { "custom_claims": { "$literal": { "plan": { "seats": 3 } } } },
              "session_jwt": {
                "$jwt": { "claims": { "plan": { "$literal": { "seats": 3 } } }, "session": "/session" }
              }
            }
          }
        }
      ]
    },
    {
      "id": "duration",
      "description": "{{minutes}} minutes: {{word}}.",
      "requirements": ["{{covers}}"],
      "rows": [
        {
          "id": "shortest",
          "minutes": 5,
          "word": "accepted",
          "covers": "duration-minimum",
          "outcome": { "body": { "session": { "expires_at": { "$near": { "plus": "5m" } } } } }
        },
        {
          "id": "longest",
          "minutes": 527040,
          "word": "accepted",
          "covers": "duration-maximum",
          "outcome": { "body": { "session": { "expires_at": { "$near": { "plus": "527040m" } } } } }
        },
        {
          "id": "below-the-shortest",
          "minutes": 4,
          "word": "refused",
          "covers": "duration-minimum",
          "outcome": { "status": 400, "error": "invalid_session_duration_minutes" }
        },
        {
          "id": "above-the-longest",
          "minutes": 527041,
          "word": "refused",
          "covers": "duration-maximum",
          "outcome": { "status": 400, "error": "invalid_session_duration_minutes" }
        }
      ],
      "steps": [
        {
          "mock": {
            "userinfo": { "token": "{{uuid}}", "answer": { "email": "{{user_email}}", "email_verified": true } }
          }
        },
        {
          "request": {
            "operation": "sessions.migrate",
            "params": { "session_token": "{{uuid}}", "session_duration_minutes": "{{minutes}}" }
          },
          "expect": "{{outcome}}"
        }
      ]
    },
    {
      "id": "unusable-answer",
      "description": "The external address {{does}}.",
      "requirements": ["migrate-unknown"],
      "rows": [
        {
          "id": "unknown-email",
          "does": "names an e-mail that no user has",
          "userinfo": { "token": "{{uuid}}", "answer": { "email": "{{email#stranger}}", "email_verified": true } }
        },
        {
          "id": "no-email",
          "does": "names no e-mail",
          "userinfo": { "token": "{{uuid}}", "answer": { "sub": "somebody" } }
        },
        { "id": "refuses", "does": "refuses the token", "userinfo": { "token": "{{uuid}}", "status": 401 } },
        { "id": "fails", "does": "fails", "userinfo": { "token": "{{uuid}}", "status": 500 } }
      ],
      "steps": [
        { "mock": { "userinfo": "{{userinfo}}" } },
        {
          "request": {
            "operation": "sessions.migrate",
            "params": { "session_token": "{{uuid}}", "session_duration_minutes": 60 }
          },
          "expect": [
            {
              "because": "the migrate types, of which only the names are known, as a wrong request",
              "status": 400,
              "error": [
                "migrate_from_external_email_does_not_exist",
                "migrate_from_external_missing_userinfo",
                "migrate_from_external_unexpected_response"
              ]
            },
            {
              "because": "the same types, as something that was not found or not allowed",
              "status": [401, 403, 404],
              "error": [
                "migrate_from_external_email_does_not_exist",
                "migrate_from_external_missing_userinfo",
                "migrate_from_external_unexpected_response"
              ]
            }
          ]
        },
        {
          "request": { "operation": "sessions.get", "params": { "user_id": "{{user_id}}" } },
          "expect": { "body": { "sessions": [{ "session_id": "{{session_id}}" }] } }
        }
      ]
    },
    {
      "id": "unknown-token",
      "description": "A token that the external address does not know, or there is no such address.",
      "requirements": ["migrate-unknown"],
      "request": {
        "operation": "sessions.migrate",
        "params": { "session_token": "{{uuid}}", "session_duration_minutes": 60 }
      },
      "expect": [
        {
          "because": "the address answers without a user for it",
          "status": [400, 401, 403, 404],
          "error": [
            "migrate_from_external_email_does_not_exist",
            "migrate_from_external_missing_userinfo",
            "migrate_from_external_unexpected_response"
          ]
        },
        { "because": "the project has no such address", "status": 400, "error": "invalid_userinfo_url" }
      ]
    }
  ]
}

5638 sessions/other_project.json
{
  "description": "What one project holds, another knows nothing of.",
  "tags": ["sessions", "projects"],
  "needs": ["projects"],
  "setup": [
    { "use": "user" },
    {
      "request": { "method": "POST", "path": "/mock/projects", "auth": "none", "body": {} },
      "expect": { "status": 201 },
      "capture": { "other_id": "/project_id", "other_secret": { "body": "/secret", "secret": true } }
    }
  ],
  "teardown": [{ "request": { "method": "DELETE", "path": "/mock/projects/{{other_id}}", "auth": "none" } }],
  "cases": [
    {
      "id": "unknown-there",
      "description": "{{operation}} by {{by}}, asked of another project, finds nothing and changes nothing.",
      "requirements": ["auth-basic", "{{covers}}"],
      "rows": [
        {
          "id": "token",
          "operation": "sessions.authenticate",
          "by": "token",
          "covers": "authenticate-unknown-token",
          "given": { "session_token": "{{session_token}}" },
          "outcome": { "status": 404, "error": "session_not_found" }
        },
        {
          "id": "jwt",
          "operation": "sessions.authenticate",
          "by": "JWT",
          "covers": "authenticate-bad-jwt",
          "given": { "session_jwt": "{{session_jwt}}" },
          "outcome": [
            {
              "because": "issuer and audience are the first project; the types are assumed",
              "status": [400, 401, 403],
              "error": [
                "jwt_invalid_issuer",
                "jwt_invalid_audience",
                "jwt_invalid_claims",
                "unable_to_parse_session_jwt",
                "bad_request"
              ]
            },
            { "because": "taken for a token that names no session", "status": 404, "error": "session_not_found" }
          ]
        },
        {
          "id": "sessions",
          "operation": "sessions.get",
          "by": "user id",
          "covers": "get-unknown-user",
          "given": { "user_id": "{{user_id}}" },
          "outcome": { "status": 404, "error": "user_not_found" }
        },
        {
          "id": "user",
          "operation": "users.get",
          "by": "user id",
          "covers": "get-unknown-user",
          "given": { "user_id": "{{user_id}}" },
          "outcome": { "status": 404, "error": "user_not_found" }
        },
        {
          "id": "delete",
          "operation": "users.delete",
          "by": "user id",
          "covers": "get-unknown-user",
          "given": { "user_id": "{{user_id}}" },
          "outcome": { "status": 404, "error": "user_not_found" }
        },
        {
          "id": "revoke-by-id",
          "operation": "sessions.revoke",
          "by": "session id",
          "covers": "revoke-by-id",
          "given": { "session_id": "{{session_id}}" },
          "outcome": [
            { "because": "a session that is not there has ended already; nothing is documented", "status": 200 },
            { "because": "or it is not found", "status": 404, "error": "session_not_found" }
          ]
        },
        {
          "id": "revoke-by-token",
          "operation": "sessions.revoke",
          "by": "token",
          "covers": "revoke-by-token",
          "given": { "session_token": "{{session_token}}" },
          "outcome": [
            { "because": "the session is not found", "status": 404, "error": "session_not_found" },
            { "because": "or it counts as ended already; nothing is documented", "status": 200 }
          ]
        },
        {
          "id": "reset",
          "operation": "passwords.session.reset",
          "by": "token",
          "covers": "reset-unknown-session",
          "given": { "session_token": "{{session_token}}", "password": "{{password#new}}" },
          "outcome": { "status": 404, "error": "session_not_found" }
        },
        {
          "id": "log-in",
          "operation": "passwords.authenticate",
          "by": "e-mail and password",
          "covers": "answer-error-envelope",
          "given": { "email": "{{user_email}}", "password": "{{user_password}}", "session_duration_minutes": 30 },
          "outcome": [
            { "because": "the documented type of an unknown e-mail", "status": 404, "error": "email_not_found" },
            {
              "because": "which is not told apart from a wrong password",
              "status": 401,
              "error": "unauthorized_credentials"
            }
          ]
        }
      ],
      "steps": [
        {
          "request": {
            "operation": "{{operation}}",
            "params": "{{given}}",
            "auth": { "basic": ["{{other_id}}", "{{other_secret}}"] }
          },
          "expect": "{{outcome}}"
        },
        {
          "request": { "operation": "sessions.get", "params": { "user_id": "{{user_id}}" } },
          "expect": { "body": { "sessions": [{ "session_id": "{{session_id}}" }] } }
        },
        {
          "request": {
            "operation": "passwords.authenticate",
            "params": { "email": "{{user_email}}", "password": "{{user_password}}" }
          },
          "expect": { "body": { "user_id": "{{user_id}}" } }
        }
      ]
    },
    {
      "id": "mixed-credentials",
      "description": "The secret of one project does not go with the id of another.",
      "requirements": ["auth-basic"],
      "request": {
        "operation": "sessions.get",
        "params": { "user_id": "{{user_id}}" },
        "auth": { "basic": ["{{project_id}}", "{{other_secret}}"] }
      },
      "expect": { "status": 401, "error": "unauthorized_credentials" }
    }
  ]
}

6172 sessions/revoke.json
{
  "description": "Ending sessions.",
  "tags": ["sessions"],
  "setup": [{ "use": "user" }],
  "cases": [
    {
      "id": "ends-the-session",
      "description": "Revoked by {{id}}, a session is no longer found, by its token or by its JWT.",
      "requirements": ["revoke-by-{{id}}"],
      "rows": [
        { "id": "id", "how": { "session_id": "{{session_id}}" } },
        { "id": "token", "how": { "session_token": "{{session_token}}" } },
        { "id": "jwt", "how": { "session_jwt": "{{session_jwt}}" } }
      ],
      "steps": [
        {
          "request": { "operation": "sessions.revoke", "params": "{{how}}" },
          "expect": {
            "status": 200,
            "body": { "session": { "$absent": true }, "session_token": { "$absent": true } }
          }
        },
        {
          "request": { "operation": "sessions.authenticate", "params": { "session_token": "{{session_token}}" } },
          "expect": { "status": 404, "error": "session_not_found" },
          "eventually": "5s"
        },
        {
          "request": { "operation": "sessions.authenticate", "params": { "session_jwt": "{{session_jwt}}" } },
          "expect": { "status": 404, "error": "session_not_found" },
          "eventually": "5s"
        }
      ]
    },
    {
      "id": "only-that-session",
      "description": "The user's other sessions live on.",
      "requirements": ["revoke-only-that"],
      "steps": [
        {
          "use": "log_in",
          "as": "other",
          "with": { "user_email": "{{user_email}}", "user_password": "{{user_password}}" }
        },
        { "request": { "operation": "sessions.revoke", "params": { "session_id": "{{other.session_id}}" } } },
        {
          "request": {
            "operation": "sessions.authenticate",
            "params": { "session_token": "{{other.session_token}}" }
          },
          "expect": { "status": 404, "error": "session_not_found" },
          "eventually": "5s"
        },
        {
          "request": { "operation": "sessions.authenticate", "params": { "session_token": "{{session_token}}" } },
          "expect": { "body": { "session": { "session_id": "{{session_id}}" } } }
        }
      ]
    },
    {
      "id": "no-other-user",
      "description": "Revoked by {{id}}, a session ends and that of another user lives on.",
      "requirements": ["revoke-only-that", "revoke-by-{{id}}"],
      "rows": [
        { "id": "id", "how": { "session_id": "{{session_id}}" } },
        { "id": "token", "how": { "session_token": "{{session_token}}" } },
        { "id": "jwt", "how": { "session_jwt": "{{session_jwt}}" } }
      ],
      "steps": [
        { "use": "user", "as": "other" },
        { "request": { "operation": "sessions.revoke", "params": "{{how}}" } },
        {
          "request": { "operation": "sessions.authenticate", "params": { "session_token": "{{session_token}}" } },
          "expect": { "status": 404, "error": "session_not_found" },
          "eventually": "5s"
        },
        {
          "request": {
            "operation": "sessions.authenticate",
            "params": { "session_token": "{{other.session_token}}" }
          },
          "expect": {
            "body": { "session": { "session_id": "{{other.session_id}}", "user_id": "{{other.user_id}}" } }
          }
        },
        {
          "request": { "operation": "sessions.get", "params": { "user_id": "{{other.user_id}}" } },
          "expect": { "body": { "sessions": [{ "session_id": "{{other.session_id}}" }] } }
        }
      ]
    },
    {
      "id": "a-jwt-lives-on-until-its-end",
      "description": "A JWT issued before still passes a local check, until it expires.",
      "requirements": ["revoke-jwt-still-verifies", "jwt-local"],
      "steps": [
        { "request": { "operation": "sessions.revoke", "params": { "session_token": "{{session_token}}" } } },
        { "check": [{ "value": "{{session_jwt}}", "matches": { "$jwt": { "claims": { "sub": "{{user_id}}" } } } }] },
        { "mock": { "advance": "6m" } },
        { "check": [{ "value": "{{session_jwt}}", "matches": { "$jwt": { "refused": "expired" } } }] }
      ]
    },
    {
      "id": "nothing-named",
      "description": "A call that names no session.",
      "requirements": ["revoke-needs-one"],
      "request": { "operation": "sessions.revoke", "params": {} },
      "expect": [
        {
          "because": "the type made for it; its status is assumed",
          "status": 400,
          "error": "no_session_revoke_arguments"
        },
        {
          "because": "the general type of a wrong request",
          "status": 400,
          "error": ["bad_request", "invalid_argument"]
        }
      ]
    },
    {
      "id": "too-many-named",
      "description": "More than one argument is refused, and the session lives on.",
      "requirements": ["revoke-not-many"],
      "rows": [
        { "id": "id-and-token", "given": { "session_id": "{{session_id}}", "session_token": "{{session_token}}" } },
        { "id": "id-and-jwt", "given": { "session_id": "{{session_id}}", "session_jwt": "{{session_jwt}}" } },
        {
          "id": "token-and-jwt",
          "given": { "session_token": "{{session_token}}", "session_jwt": "{{session_jwt}}" }
        },
        {
          "id": "all-three",
          "given": {
            "session_id": "{{session_id}}",
            "session_token": "{{session_token}}",
            "session_jwt": "{{session_jwt}}"
          }
        }
      ],
      "steps": [
        {
          "request": { "operation": "sessions.revoke", "params": "{{given}}" },
          "expect": [
            {
              "because": "the type made for it; its status is assumed",
              "status": 400,
              "error": "too_many_session_revoke_arguments"
            },
            {
              "because": "the general type of a wrong request",
              "status": 400,
              "error": ["bad_request", "invalid_argument"]
            }
          ]
        },
        { "request": { "operation": "sessions.authenticate", "params": { "session_token": "{{session_token}}" } } }
      ]
    }
  ]
}

2033 sessions/sandbox.json
{
  "description": "The documented sandbox values, which every test project knows.",
  "tags": ["sessions", "sandbox"],
  "needs": ["sandbox"],
  "variables": {
    "live_token": "WJtR5BCy38Szd5AfoDpf0iqFKEt4EE5JhjlWUY7l3FtY",
    "dead_token": "59cnLELtq5cFVS6uYK9f-pAWzBkhqZl8AvLhbhOvKNWw",
    "sandbox_user": "user-test-e3795c81-f849-4167-bfda-e4a6e9c280fd"
  },
  "cases": [
    {
      "id": "live-token",
      "description": "The sandbox session, whose start has six fraction digits.",
      "requirements": ["authenticate-by-token", "authenticate-same-user", "answer-times"],
      "request": { "operation": "sessions.authenticate", "params": { "session_token": "{{live_token}}" } },
      "expect": {
        "body": {
          "session": {
            "$shape": "session",
            "session_id": "session-test-eb94233f-8800-4ebd-8645-51dc15f9d028",
            "user_id": "{{sandbox_user}}",
            "started_at": "2021-08-28T00:41:58.935673Z",
            "last_accessed_at": { "$near": {} },
            "authentication_factors": [
              {
                "type": "magic_link",
                "delivery_method": "email",
                "email_factor": { "email_address": "sandbox@stytch.com" }
              }
            ]
          },
          "user": { "$shape": "user", "user_id": "{{sandbox_user}}" }
        }
      }
    },
    {
      "id": "dead-token",
      "description": "The sandbox token that belongs to no session.",
      "requirements": ["authenticate-unknown-token"],
      "request": { "operation": "sessions.authenticate", "params": { "session_token": "{{dead_token}}" } },
      "expect": { "status": 404, "error": "session_not_found" }
    },
    {
      "id": "user-has-no-list",
      "description": "The sandbox user is not a user whose sessions can be listed.",
      "requirements": ["get-unknown-user"],
      "request": { "operation": "sessions.get", "params": { "user_id": "{{sandbox_user}}" } },
      "expect": { "status": 404, "error": "user_not_found" }
    }
  ]
}

375 shapes/error.json
{
  "status_code": { "$type": "integer", "$gte": 400, "$lte": 599 },
  "request_id": { "$shape": "id" },
  "error_type": { "$regex": "^[a-z][a-z0-9_]*$" },
  "error_message": { "$regex": "." },
  "error_url": { "$format": "url" },
  "session": { "$absent": true },
  "session_token": { "$absent": true },
  "session_jwt": { "$absent": true },
  "user": { "$absent": true }
}

343 shapes/factor.json
{
  "type": { "$regex": "^[a-z][a-z0-9_]*$" },
  "delivery_method": { "$regex": "^[a-z][a-z0-9_]*$" },
  "last_authenticated_at": { "$shape": "time", "$optional": true, "$nullable": true },
  "created_at": { "$shape": "time", "$optional": true, "$nullable": true },
  "updated_at": { "$shape": "time", "$optional": true, "$nullable": true }
}

20 shapes/id.json
{
  "$regex": "."
}

594 shapes/jwk.json
{
  "kty": "RSA",
  "use": "sig",
  "key_ops": ["verify"],
  "alg": "RS256",
  "kid": { "$shape": "id" },
  "x5c": { "$length": { "$gte": 1 }, "$each": { "$format": "base64" } },
  "n": { "$format": "base64url", "$length": { "$gte": 342 } },
  "e": "AQAB",
  "d": { "$absent": true },
  "p": { "$absent": true },
  "q": { "$absent": true },
  "dp": { "$absent": true },
  "dq": { "$absent": true },
  "qi": { "$absent": true },
  "oth": { "$absent": true },
  "$anyOf": [
    { "x5tS256": { "$regex": "^[A-Za-z0-9_-]{43}=?$" } },
    { "x5t_s256": { "$regex": "^[A-Za-z0-9_-]{43}=?$" } }
  ]
}

101 shapes/no_session.json
{
  "session": { "$literal": null, "$optional": true },
  "session_token": "",
  "session_jwt": ""
}

659 shapes/session.json
{
  "session_id": { "$shape": "id" },
  "user_id": { "$shape": "id" },
  "authentication_factors": { "$length": { "$gte": 1 }, "$each": { "$shape": "factor" } },
  "started_at": { "$shape": "time" },
  "last_accessed_at": { "$shape": "time" },
  "expires_at": { "$shape": "time" },
  "attributes": {
    "$optional": true,
    "$nullable": true,
    "$type": "object",
    "ip_address": { "$type": "string", "$optional": true },
    "user_agent": { "$type": "string", "$optional": true }
  },
  "custom_claims": { "$type": "object", "$optional": true, "$nullable": true },
  "roles": { "$optional": true, "$nullable": true, "$each": { "$type": "string" } }
}

38 shapes/session_token.json
{
  "$regex": "^[A-Za-z0-9_-]{44}$"
}

73 shapes/time.json
{
  "$format": "time",
  "$regex": "^[^.]+(\\.([0-9]{6}|[0-9]{9}))?Z$"
}

223 shapes/unlocked_user.json
{
  "$shape": "user",
  "is_locked": { "$literal": false, "$optional": true, "$nullable": true },
  "lock_created_at": { "$literal": null, "$optional": true },
  "lock_expires_at": { "$literal": null, "$optional": true }
}

1869 shapes/user.json
{
  "user_id": { "$shape": "id" },
  "status": { "$regex": "^(active|pending)$" },
  "emails": {
    "$each": { "email_id": { "$shape": "id" }, "email": { "$format": "email" }, "verified": { "$type": "boolean" } }
  },
  "phone_numbers": {
    "$each": {
      "phone_id": { "$shape": "id" },
      "phone_number": { "$type": "string" },
      "verified": { "$type": "boolean" }
    }
  },
  "webauthn_registrations": {
    "$each": { "webauthn_registration_id": { "$shape": "id" }, "domain": { "$type": "string" } }
  },
  "providers": { "$each": { "provider_type": { "$type": "string" }, "provider_subject": { "$type": "string" } } },
  "totps": { "$each": { "totp_id": { "$shape": "id" }, "verified": { "$type": "boolean" } } },
  "crypto_wallets": {
    "$each": { "crypto_wallet_id": { "$shape": "id" }, "crypto_wallet_address": { "$type": "string" } }
  },
  "biometric_registrations": {
    "$each": { "biometric_registration_id": { "$shape": "id" }, "verified": { "$type": "boolean" } }
  },
  "name": { "$type": "object", "$optional": true, "$nullable": true },
  "created_at": { "$shape": "time", "$optional": true, "$nullable": true },
  "password": {
    "$optional": true,
    "$nullable": true,
    "password_id": { "$shape": "id" },
    "requires_reset": { "$type": "boolean" }
  },
  "trusted_metadata": { "$type": "object", "$optional": true, "$nullable": true },
  "untrusted_metadata": { "$type": "object", "$optional": true, "$nullable": true },
  "external_id": { "$type": "string", "$optional": true, "$nullable": true },
  "is_locked": { "$type": "boolean", "$optional": true, "$nullable": true },
  "lock_created_at": { "$shape": "time", "$optional": true, "$nullable": true },
  "lock_expires_at": { "$shape": "time", "$optional": true, "$nullable": true },
  "roles": { "$optional": true, "$nullable": true, "$each": { "$type": "string" } }
}

3510 users/users.json
{
  "description": "Reading and deleting a user, which set-up and teardown rely on.",
  "tags": ["users"],
  "cases": [
    {
      "id": "get",
      "description": "A user stands at the top level of the answer, in full.",
      "requirements": ["model-user", "answer-times"],
      "setup": [{ "use": "user" }],
      "request": { "operation": "users.get", "params": { "user_id": "{{user_id}}" } },
      "expect": {
        "body": {
          "$shape": "user",
          "user_id": "{{user_id}}",
          "status": "active",
          "emails": [{ "email": "{{user_email}}" }],
          "phone_numbers": [],
          "webauthn_registrations": [],
          "providers": [],
          "totps": [],
          "crypto_wallets": [],
          "biometric_registrations": [],
          "name": { "$type": "object" },
          "created_at": { "$near": { "within": "1m" } },
          "password": { "password_id": { "$shape": "id" }, "requires_reset": false },
          "trusted_metadata": { "$literal": {} },
          "untrusted_metadata": { "$literal": {} },
          "external_id": null,
          "is_locked": false,
          "lock_created_at": null,
          "lock_expires_at": null,
          "roles": { "$type": "array" }
        }
      }
    },
    {
      "id": "same-everywhere",
      "description": "The user in an answer of sessions.authenticate is the one that users.get gives.",
      "requirements": ["authenticate-same-user"],
      "setup": [{ "use": "user" }],
      "steps": [
        {
          "request": { "operation": "sessions.authenticate", "params": { "session_token": "{{session_token}}" } },
          "capture": {
            "emails": "/user/emails",
            "made": "/user/created_at",
            "state": "/user/status",
            "password_id": "/user/password/password_id"
          }
        },
        {
          "request": { "operation": "users.get", "params": { "user_id": "{{user_id}}" } },
          "expect": {
            "body": {
              "emails": "{{emails}}",
              "created_at": "{{made}}",
              "status": "{{state}}",
              "password": { "password_id": "{{password_id}}" }
            }
          }
        }
      ]
    },
    {
      "id": "delete",
      "description": "A deleted user is gone, with its sessions.",
      "requirements": ["get-unknown-user"],
      "steps": [
        {
          "request": {
            "operation": "passwords.create",
            "params": { "email": "{{email}}", "password": "{{password}}", "session_duration_minutes": 60 }
          },
          "capture": { "new_user": "/user_id", "new_token": "/session_token" }
        },
        {
          "request": { "operation": "users.delete", "params": { "user_id": "{{new_user}}" } },
          "expect": { "body": { "user_id": "{{new_user}}" } }
        },
        {
          "request": { "operation": "users.get", "params": { "user_id": "{{new_user}}" } },
          "expect": { "status": 404, "error": "user_not_found" },
          "eventually": "5s"
        },
        {
          "request": { "operation": "sessions.get", "params": { "user_id": "{{new_user}}" } },
          "expect": { "status": 404, "error": "user_not_found" },
          "eventually": "5s"
        },
        {
          "request": { "operation": "sessions.authenticate", "params": { "session_token": "{{new_token}}" } },
          "expect": { "status": 404, "error": "session_not_found" },
          "eventually": "5s"
        }
      ]
    }
  ]
}


"""###
}
