// Made from docs/*.schema.json by 'make goldens'; change those.

/// The JSON Schemas of what the program writes, for its readers.
enum WrittenSchemas {
    static let files: [(name: String, text: String)] = [
        (
            "comparison.schema.json",
            ###"""
            {
              "$schema": "https://json-schema.org/draft/2020-12/schema",
              "$id": "comparison.schema.json",
              "title": "What changed between two runs of stytch-conformance, version 1",
              "description": "What 'compare' finds. Readers skip members that they do not know.",
              "type": "object",
              "required": ["format", "version", "program", "verdict", "hasRegressed", "base", "head", "counts", "changes"],
              "properties": {
                "format": { "const": "stytch-conformance/comparison" },
                "version": { "const": 1 },
                "program": { "type": "string", "description": "The version of the program that wrote the file." },
                "verdict": { "type": "string", "description": "One sentence for people." },
                "hasRegressed": { "type": "boolean", "description": "Whether the command ends with status 5." },
                "failOn": {
                  "type": "array",
                  "items": { "type": "string" },
                  "description": "The kinds of change that are regressions, the heaviest first; missing where there are none."
                },
                "base": { "$ref": "#/$defs/side" },
                "head": { "$ref": "#/$defs/side" },
                "remarks": {
                  "type": "array",
                  "items": { "type": "string" },
                  "description": "What a reader must know of the sides, such as what could not be compared; missing where there is nothing."
                },
                "counts": {
                  "type": "object",
                  "description": "How many changes of each kind there are; 'unchanged' counts cases.",
                  "required": ["unchanged"],
                  "properties": { "unchanged": { "type": "integer", "minimum": 0 } },
                  "additionalProperties": { "type": "integer", "minimum": 1 }
                },
                "models": {
                  "type": "array",
                  "description": "How much of each model the answers held, by name; missing where that was not compared.",
                  "items": {
                    "type": "object",
                    "required": ["model"],
                    "properties": {
                      "model": { "type": "string" },
                      "basePercent": { "type": "number", "minimum": 0, "maximum": 100, "description": "Members with a value and words; missing where no answers came." },
                      "headPercent": { "type": "number", "minimum": 0, "maximum": 100, "description": "The same of the head." }
                    }
                  }
                },
                "speed": {
                  "type": "object",
                  "description": "How long operations took; missing where nothing is known of it.",
                  "required": ["ratio", "floorMicroseconds", "overall", "operations"],
                  "properties": {
                    "ratio": { "type": "number", "minimum": 0, "description": "How many times as long an operation must certainly take to be slower." },
                    "floorMicroseconds": { "type": "integer", "minimum": 0, "description": "How much longer its typical answer must take besides." },
                    "overall": { "type": "number", "minimum": 0, "description": "How many times as long answers took over all operations." },
                    "operations": {
                      "type": "array",
                      "items": {
                        "type": "object",
                        "required": ["operation", "baseAnswers", "headAnswers", "baseMicroseconds", "headMicroseconds"],
                        "properties": {
                          "operation": { "type": "string" },
                          "baseAnswers": { "type": "integer", "minimum": 0 },
                          "headAnswers": { "type": "integer", "minimum": 0 },
                          "baseMicroseconds": { "type": "integer", "minimum": 0, "description": "The median as measured." },
                          "headMicroseconds": { "type": "integer", "minimum": 0, "description": "The median as measured." },
                          "ratio": {
                            "type": "number",
                            "minimum": 0,
                            "description": "How many times as long it took, with the machine's load taken off; missing where it was not judged."
                          },
                          "lower": { "type": "number", "minimum": 0, "description": "The lower end of the ratio's interval." },
                          "upper": { "type": "number", "minimum": 0, "description": "The upper end of the ratio's interval." },
                          "notJudged": { "type": "string", "description": "Why it was not judged; missing where it was." }
                        }
                      }
                    }
                  }
                },
                "acceptanceProblems": {
                  "type": "array",
                  "description": "What is wrong with the accept file; missing where nothing is.",
                  "items": {
                    "type": "object",
                    "required": ["kind", "position", "message", "hint"],
                    "properties": {
                      "kind": { "type": "string", "description": "ended-acceptance or unused-acceptance; more may come." },
                      "position": { "$ref": "#/$defs/position" },
                      "message": { "type": "string" },
                      "hint": { "type": "string" }
                    }
                  }
                },
                "changes": {
                  "type": "array",
                  "description": "The heaviest first.",
                  "items": {
                    "type": "object",
                    "required": ["kind", "level", "isRegression", "of", "subject"],
                    "properties": {
                      "kind": { "type": "string", "description": "As 'explain' describes it; more may come." },
                      "level": { "enum": ["error", "warning", "info"], "description": "How much such a change usually matters." },
                      "isRegression": { "type": "boolean" },
                      "of": { "enum": ["cases", "answers", "drift", "statements", "models", "speed"], "description": "What it is a change of." },
                      "subject": { "type": "string", "description": "The full id of a case, the name of an operation or a model, the id of a statement, or what is noted." },
                      "answers": { "type": "string", "description": "Of answers: their class of statuses." },
                      "pointer": { "type": "string", "description": "Of a member of answers or of a model: its folded pointer; the root is empty." },
                      "before": { "type": "string", "description": "What it was, in words; missing where there was nothing." },
                      "after": { "type": "string", "description": "What it is now, in words; missing where there is nothing." },
                      "detail": { "type": "string", "description": "Why, such as the first finding." },
                      "failingSince": { "type": "string", "description": "Of a case that fails: when the first run began in which it did, RFC 3339; missing where that is the head." },
                      "position": { "$ref": "#/$defs/position" },
                      "cases": { "type": "array", "items": { "type": "string" }, "description": "Of drift: the cases in which it is, or was, noted." },
                      "acceptance": { "type": "string", "description": "The reason of the entry of the accept file that agrees to it; missing where none does." }
                    }
                  }
                }
              },
              "$defs": {
                "side": {
                  "type": "object",
                  "required": ["source", "program", "runID", "target", "started", "counts"],
                  "properties": {
                    "source": { "type": "string", "description": "The file, or 'this run'." },
                    "program": { "type": "string", "description": "The version of the program that wrote it." },
                    "runID": { "type": "string" },
                    "target": { "type": "string" },
                    "started": { "type": "string", "description": "RFC 3339, UTC." },
                    "interruption": { "type": "string", "description": "Why it stopped early; missing where it did not." },
                    "selection": {
                      "type": "object",
                      "description": "Which cases were asked for; missing where it was all of them.",
                      "properties": {
                        "paths": { "type": "array", "items": { "type": "string" } },
                        "filters": { "type": "array", "items": { "type": "string" } },
                        "tags": { "type": "array", "items": { "type": "string" } },
                        "cases": { "type": "array", "items": { "type": "string" } }
                      }
                    },
                    "counts": { "type": "object", "description": "As in results.json.", "additionalProperties": { "type": "integer", "minimum": 0 } }
                  }
                },
                "position": {
                  "type": "object",
                  "description": "A place in a file; line and column count from 1 and are missing where the file as a whole is meant.",
                  "required": ["file"],
                  "properties": { "file": { "type": "string" }, "line": { "type": "integer", "minimum": 1 }, "column": { "type": "integer", "minimum": 1 } }
                }
              }
            }

            """###
        ),
        (
            "decode-matrix.schema.json",
            ###"""
            {
              "$schema": "https://json-schema.org/draft/2020-12/schema",
              "$id": "decode-matrix.schema.json",
              "title": "What 'stytch-conformance decode --matrix --format json' writes, version 1",
              "description": "What each version of an SDK makes of each field. Readers skip members that they do not know. No value of a payload stands in it, only fields and words that are names.",
              "type": "object",
              "required": ["format", "version", "sdk", "versions", "payloads", "unknownModels", "isCut", "totals", "rows"],
              "properties": {
                "format": { "const": "stytch-conformance/decode-matrix" },
                "version": { "const": 1 },
                "sdk": { "type": "string", "description": "Whose versions they are: stytch-go." },
                "versions": {
                  "type": "array",
                  "items": { "type": "string", "pattern": "^v[0-9]+\\.[0-9]+\\.[0-9]+$" },
                  "description": "The oldest first; states and reasons of a row stand in this order."
                },
                "payloads": { "$ref": "#/$defs/count" },
                "unknownModels": { "$ref": "#/$defs/count", "description": "Payloads of models that the table does not have, which are in no row." },
                "isCut": { "type": "boolean", "description": "Whether there were more different fields than are kept." },
                "totals": {
                  "type": "array",
                  "description": "What becomes of the payloads, by version.",
                  "items": {
                    "type": "object",
                    "required": ["version", "whole", "losing", "failing"],
                    "properties": {
                      "version": { "type": "string" },
                      "whole": { "$ref": "#/$defs/count", "description": "Payloads that keep every value." },
                      "losing": { "$ref": "#/$defs/count", "description": "Payloads that lose some." },
                      "failing": { "$ref": "#/$defs/count", "description": "Payloads that are an error." }
                    }
                  }
                },
                "rows": { "type": "array", "description": "By model, pointer and word.", "items": { "$ref": "#/$defs/row" } }
              },
              "$defs": {
                "count": { "type": "integer", "minimum": 0 },
                "pointer": { "type": "string", "description": "RFC 6901, with * for any place in an array and {*} for any key of an open map." },
                "row": {
                  "type": "object",
                  "required": ["model", "pointer", "count", "states", "reasons"],
                  "properties": {
                    "model": { "type": "string" },
                    "pointer": { "$ref": "#/$defs/pointer" },
                    "word": { "type": "string", "description": "The word of an enum, where the row is of one; missing where it is of the field." },
                    "count": { "$ref": "#/$defs/count", "description": "How many values it is about." },
                    "states": {
                      "type": "array",
                      "items": { "enum": ["kept", "lost", "fails"], "description": "The worst of the payloads that have the field." },
                      "description": "One for each version."
                    },
                    "reasons": {
                      "type": "array",
                      "items": {
                        "type": ["string", "null"],
                        "description": "Why, as 'stytch-conformance explain' knows it; null for a value that is kept as it is."
                      },
                      "description": "One for each version."
                    }
                  }
                }
              }
            }

            """###
        ),
        (
            "decode-policy.schema.json",
            ###"""
            {
              "$schema": "https://json-schema.org/draft/2020-12/schema",
              "$id": "decode-policy.schema.json",
              "title": "A policy for 'stytch-conformance decode --policy'",
              "description": "What fails, and how bad single findings are.",
              "type": "object",
              "additionalProperties": false,
              "properties": {
                "$schema": { "type": "string" },
                "description": { "type": "string" },
                "failOn": {
                  "type": "array",
                  "items": { "anyOf": [{ "$ref": "#/$defs/severity" }, { "$ref": "#/$defs/code" }] },
                  "description": "Severities and codes that fail; --fail-on takes the place of it."
                },
                "rules": {
                  "type": "array",
                  "description": "The first that applies to a finding sets its severity.",
                  "items": {
                    "type": "object",
                    "additionalProperties": false,
                    "required": ["severity"],
                    "minProperties": 2,
                    "properties": {
                      "code": { "$ref": "#/$defs/code" },
                      "model": { "type": "string", "description": "Such as sessions.GetResponse." },
                      "pointer": {
                        "type": "string",
                        "pattern": "^(/.*)?$",
                        "description": "With * for any place in an array; /** at the end takes all below too."
                      },
                      "severity": { "$ref": "#/$defs/severity" },
                      "reason": { "type": "string" }
                    }
                  }
                }
              },
              "$defs": {
                "severity": { "enum": ["breaking", "drift", "note", "ignored"] },
                "code": {
                  "enum": [
                    "missing-field", "wrong-type", "unexpected-null", "unknown-enum", "bad-time",
                    "number-does-not-fit", "duplicate-key", "unknown-field", "alternate-spelling", "invalid-value",
                    "not-json", "empty-body", "error-not-json", "empty-error", "bad-form", "no-model",
                    "unknown-operation", "line-too-long", "byte-order-mark"
                  ]
                }
              }
            }

            """###
        ),
        (
            "decode-round-trip.schema.json",
            ###"""
            {
              "$schema": "https://json-schema.org/draft/2020-12/schema",
              "$id": "decode-round-trip.schema.json",
              "title": "What 'stytch-conformance decode --round-trip --format json' writes, version 1",
              "description": "What the models lose or invent when answers are decoded and encoded again. Readers skip members that they do not know. No value of a payload stands in it.",
              "type": "object",
              "required": ["format", "version", "payloads", "unchanged", "notEncoded", "isCut", "rows"],
              "properties": {
                "format": { "const": "stytch-conformance/decode-round-trip" },
                "version": { "const": 1 },
                "payloads": { "$ref": "#/$defs/count" },
                "unchanged": { "$ref": "#/$defs/count", "description": "Payloads that mean the same afterwards; null and absent are alike." },
                "notEncoded": { "$ref": "#/$defs/count", "description": "Payloads that could not be encoded again." },
                "isCut": { "type": "boolean", "description": "Whether there were more different rows than are kept." },
                "rows": { "type": "array", "description": "By model, pointer and change.", "items": { "$ref": "#/$defs/row" } }
              },
              "$defs": {
                "count": { "type": "integer", "minimum": 0 },
                "pointer": { "type": "string", "description": "RFC 6901, with * for any place in an array and {*} for any key of an open map." },
                "row": {
                  "type": "object",
                  "required": ["model", "pointer", "change", "count", "first"],
                  "properties": {
                    "model": { "type": "string" },
                    "pointer": { "$ref": "#/$defs/pointer" },
                    "change": { "enum": ["lost", "null-dropped", "invented", "changed"] },
                    "count": { "$ref": "#/$defs/count", "description": "How many values it is about." },
                    "first": { "type": "string", "description": "Where the first of them stands: FILE:LINE:COLUMN." }
                  }
                }
              }
            }

            """###
        ),
        (
            "decode-sdk-version.schema.json",
            ###"""
            {
              "$schema": "https://json-schema.org/draft/2020-12/schema",
              "$id": "decode-sdk-version.schema.json",
              "title": "What 'stytch-conformance decode --sdk-version VERSION --format json' writes, version 1",
              "description": "What one version of an SDK does not simply keep. Readers skip members that they do not know. No value of a payload stands in it, only fields and words that are names.",
              "type": "object",
              "required": ["format", "version", "sdk", "sdkVersion", "readsAs", "payloads", "whole", "losing", "failing", "rows"],
              "properties": {
                "format": { "const": "stytch-conformance/decode-sdk-version" },
                "version": { "const": 1 },
                "sdk": { "type": "string", "description": "Whose version it is: stytch-go." },
                "sdkVersion": { "type": "string", "pattern": "^v[0-9]+\\.[0-9]+\\.[0-9]+$" },
                "readsAs": { "type": "string", "pattern": "^v[0-9]+\\.[0-9]+\\.[0-9]+$", "description": "The version of the table that reads the same." },
                "payloads": { "$ref": "#/$defs/count" },
                "whole": { "$ref": "#/$defs/count", "description": "Payloads that keep every value." },
                "losing": { "$ref": "#/$defs/count", "description": "Payloads that lose some." },
                "failing": { "$ref": "#/$defs/count", "description": "Payloads that are an error." },
                "rows": { "type": "array", "description": "Worst first, then by model, pointer and word.", "items": { "$ref": "#/$defs/row" } }
              },
              "$defs": {
                "count": { "type": "integer", "minimum": 0 },
                "pointer": { "type": "string", "description": "RFC 6901, with * for any place in an array and {*} for any key of an open map." },
                "row": {
                  "type": "object",
                  "required": ["model", "pointer", "word", "state", "reason", "count"],
                  "properties": {
                    "model": { "type": "string" },
                    "pointer": { "$ref": "#/$defs/pointer" },
                    "word": { "type": ["string", "null"], "description": "The word of an enum, where the row is of one." },
                    "state": { "enum": ["kept", "lost", "fails"] },
                    "reason": {
                      "type": ["string", "null"],
                      "description": "Why, as 'stytch-conformance explain' knows it; null for a value that is kept as it is."
                    },
                    "count": { "$ref": "#/$defs/count", "description": "How many values it is about." }
                  }
                }
              }
            }

            """###
        ),
        (
            "decode-stress.schema.json",
            ###"""
            {
              "$schema": "https://json-schema.org/draft/2020-12/schema",
              "$id": "decode-stress.schema.json",
              "title": "What 'stytch-conformance decode --stress --format json' writes, version 1",
              "description": "What the models make of answers with one thing changed. Readers skip members that they do not know. No value of a payload stands in it.",
              "type": "object",
              "required": ["format", "version", "payloads", "tries", "skipped", "isCut", "rows"],
              "properties": {
                "format": { "const": "stytch-conformance/decode-stress" },
                "version": { "const": 1 },
                "payloads": { "$ref": "#/$defs/count" },
                "tries": { "$ref": "#/$defs/count", "description": "Changed payloads that were decoded." },
                "skipped": { "$ref": "#/$defs/count", "description": "Changes that were not tried, as a payload is too large or has too many fields." },
                "isCut": { "type": "boolean", "description": "Whether there were more different rows than are kept." },
                "rows": {
                  "type": "array",
                  "description": "By model and pointer, then in the order of the changes.",
                  "items": { "$ref": "#/$defs/row" }
                }
              },
              "$defs": {
                "count": { "type": "integer", "minimum": 0 },
                "pointer": { "type": "string", "description": "RFC 6901, with * for any place in an array and {*} for any key of an open map." },
                "row": {
                  "type": "object",
                  "required": ["model", "pointer", "mutation", "effect", "tolerated", "reported", "breaks", "codes", "first"],
                  "properties": {
                    "model": { "type": "string" },
                    "pointer": { "$ref": "#/$defs/pointer" },
                    "mutation": {
                      "enum": ["dropped", "null", "unknown-neighbour", "other-word", "beyond-int64", "fraction", "huge-exponent", "long-list", "time-whole-seconds", "time-nine-digits", "time-offset", "time-without-zone", "time-empty"]
                    },
                    "effect": { "enum": ["tolerated", "reported", "breaks"], "description": "The worst of all tries." },
                    "tolerated": { "$ref": "#/$defs/count" },
                    "reported": { "$ref": "#/$defs/count" },
                    "breaks": { "$ref": "#/$defs/count" },
                    "codes": {
                      "type": "array",
                      "items": { "type": "string" },
                      "description": "What was found, as 'stytch-conformance explain' knows it."
                    },
                    "first": { "type": "string", "description": "Where the first of them stands: FILE:LINE:COLUMN." }
                  }
                }
              }
            }

            """###
        ),
        (
            "decode.schema.json",
            ###"""
            {
              "$schema": "https://json-schema.org/draft/2020-12/schema",
              "$id": "decode.schema.json",
              "title": "What 'stytch-conformance decode --json' writes, version 1",
              "description": "Readers skip members that they do not know. No text of a payload stands in it.",
              "type": "object",
              "required": ["format", "version", "files", "payloads", "broken", "bytes", "problems", "skipped", "models", "findings", "drift", "coverage", "failures"],
              "properties": {
                "format": { "const": "stytch-conformance/decode" },
                "version": { "const": 1 },
                "files": { "$ref": "#/$defs/count", "description": "Files that were opened." },
                "payloads": { "$ref": "#/$defs/count", "description": "Answers that were looked at, skipped ones apart." },
                "broken": { "$ref": "#/$defs/count", "description": "Answers with a finding that breaks where no policy says otherwise." },
                "bytes": { "$ref": "#/$defs/count", "description": "Bytes that were read, after unpacking." },
                "interruption": { "type": "string", "description": "The signal that stopped it; not all was read." },
                "isCut": { "const": true, "description": "There were more different findings of one severity, or unknown members, than are told apart." },
                "problems": { "type": "array", "items": { "type": "string" }, "description": "Inputs that could not be read to their end." },
                "skipped": {
                  "type": "object",
                  "description": "Answers that were passed over, by why: cut, no-text, binary, report, other-address.",
                  "additionalProperties": { "$ref": "#/$defs/count" }
                },
                "models": {
                  "type": "array",
                  "items": {
                    "type": "object",
                    "required": ["model", "choice", "payloads"],
                    "properties": {
                      "model": { "type": "string" },
                      "choice": { "type": "string", "description": "How the model was found: operation, address, option, error, fit." },
                      "payloads": { "$ref": "#/$defs/count" }
                    }
                  }
                },
                "findings": { "type": "array", "items": { "$ref": "#/$defs/finding" }, "description": "Worst first." },
                "leftOut": {
                  "type": "array",
                  "description": "How many findings are counted alone, as there are more than 10,000 different ones of their severity; missing where there are none.",
                  "items": {
                    "type": "object",
                    "required": ["code", "severity", "count"],
                    "properties": {
                      "code": { "type": "string" },
                      "severity": { "enum": ["breaking", "drift", "note", "ignored"] },
                      "count": { "type": "integer", "minimum": 1 }
                    }
                  }
                },
                "drift": { "type": "array", "items": { "$ref": "#/$defs/drift" }, "description": "Members that no model knows." },
                "coverage": {
                  "type": "object",
                  "required": ["percent", "models"],
                  "properties": {
                    "percent": { "$ref": "#/$defs/percent" },
                    "models": { "type": "array", "items": { "$ref": "#/$defs/coverage" } }
                  }
                },
                "failures": { "type": "array", "items": { "type": "string" }, "description": "Why it failed; empty where it did not." }
              },
              "$defs": {
                "count": { "type": "integer", "minimum": 0 },
                "percent": { "type": "number", "minimum": 0, "maximum": 100, "description": "Members with a value and words that were seen, of a hundred." },
                "pointer": { "type": "string", "description": "RFC 6901, with * for any place in an array and {*} for any key of an open map." },
                "location": {
                  "type": "object",
                  "required": ["file", "line", "column"],
                  "properties": {
                    "file": { "type": "string" },
                    "line": { "type": "integer", "minimum": 1 },
                    "column": { "type": "integer", "minimum": 1, "description": "In Unicode scalars." }
                  }
                },
                "finding": {
                  "type": "object",
                  "required": ["code", "severity", "fails", "pointer", "count", "expected", "actual", "first"],
                  "properties": {
                    "code": { "type": "string", "description": "As 'stytch-conformance explain' knows it." },
                    "severity": { "enum": ["breaking", "drift", "note", "ignored"] },
                    "fails": { "type": "boolean", "description": "Whether it is among what fails." },
                    "model": { "type": "string", "description": "Missing where there is no model." },
                    "pointer": { "$ref": "#/$defs/pointer" },
                    "count": { "$ref": "#/$defs/count" },
                    "expected": { "type": "string" },
                    "actual": { "type": "string", "description": "Of the first one; of a text its length alone." },
                    "first": { "$ref": "#/$defs/location" },
                    "others": {
                      "type": "array",
                      "items": { "$ref": "#/$defs/location" },
                      "description": "Where others are, at most 100; of findings without a model alone, and missing where there is one."
                    }
                  }
                },
                "drift": {
                  "type": "object",
                  "required": ["model", "pointer", "kinds", "count", "everNonNull", "first", "last", "swift"],
                  "properties": {
                    "model": { "type": "string" },
                    "type": { "type": "string", "description": "The Swift type that it would be a member of." },
                    "pointer": { "$ref": "#/$defs/pointer" },
                    "kinds": {
                      "type": "array",
                      "items": { "enum": ["null", "boolean", "integer", "fraction", "string", "array", "object"] }
                    },
                    "count": { "$ref": "#/$defs/count" },
                    "everNonNull": { "type": "boolean" },
                    "first": { "$ref": "#/$defs/location" },
                    "last": { "$ref": "#/$defs/location" },
                    "swift": { "type": "array", "items": { "type": "string" }, "description": "A property and a coding key; empty where the key may not be shown." }
                  }
                },
                "coverage": {
                  "type": "object",
                  "required": ["model", "payloads", "percent", "fields", "words"],
                  "properties": {
                    "model": { "type": "string" },
                    "payloads": { "$ref": "#/$defs/count" },
                    "percent": { "$ref": "#/$defs/percent" },
                    "fields": {
                      "type": "array",
                      "items": {
                        "type": "object",
                        "required": ["pointer", "state", "count"],
                        "properties": {
                          "pointer": { "$ref": "#/$defs/pointer" },
                          "state": { "enum": ["seen", "null", "never"], "description": "With a value, as null alone, or not at all." },
                          "count": { "$ref": "#/$defs/count" }
                        }
                      }
                    },
                    "words": {
                      "type": "array",
                      "items": {
                        "type": "object",
                        "required": ["pointer", "seen", "never"],
                        "properties": {
                          "pointer": { "$ref": "#/$defs/pointer" },
                          "seen": { "type": "array", "items": { "type": "string" } },
                          "never": { "type": "array", "items": { "type": "string" } }
                        }
                      }
                    }
                  }
                }
              }
            }

            """###
        ),
        (
            "list-requirements.schema.json",
            ###"""
            {
              "$schema": "https://json-schema.org/draft/2020-12/schema",
              "$id": "list-requirements.schema.json",
              "title": "What 'stytch-conformance list --requirements --json' writes",
              "description": "One object a statement, in the order of requirements.json. Readers skip members that they do not know.",
              "type": "array",
              "items": {
                "type": "object",
                "required": ["id", "text", "source", "ground", "offline", "cases", "rules"],
                "properties": {
                  "id": { "type": "string", "description": "As cases name it under 'requirements'." },
                  "text": { "type": "string", "description": "The statement." },
                  "source": { "type": "string", "description": "Where it comes from." },
                  "ground": { "type": "string", "description": "How sure it is: documented, observed or assumed." },
                  "offline": { "type": "boolean", "description": "Whether a stored answer shows it, so that a case needs no request." },
                  "cases": { "type": "array", "items": { "type": "string" }, "description": "Ids of the selected cases that cover it." },
                  "rules": { "type": "array", "items": { "type": "string" }, "description": "The rules for every answer that cover it." },
                  "verdict": {
                    "enum": ["passed", "failed", "not-run"],
                    "description": "What the last run showed of it; missing where no run is known."
                  }
                }
              }
            }

            """###
        ),
        (
            "list.schema.json",
            ###"""
            {
              "$schema": "https://json-schema.org/draft/2020-12/schema",
              "$id": "list.schema.json",
              "title": "What 'stytch-conformance list --json' writes",
              "description": "One object a case, in corpus order. Readers skip members that they do not know.",
              "type": "array",
              "items": {
                "type": "object",
                "required": ["id", "file", "line", "column", "tags", "needs", "requirements"],
                "properties": {
                  "id": { "type": "string", "description": "suite/case or suite/case/row." },
                  "file": { "type": "string" },
                  "line": { "type": "integer", "minimum": 1 },
                  "column": { "type": "integer", "minimum": 1 },
                  "description": { "type": "string" },
                  "tags": { "type": "array", "items": { "type": "string" } },
                  "needs": { "type": "array", "items": { "type": "string" }, "description": "What only some targets offer." },
                  "requirements": { "type": "array", "items": { "type": "string" }, "description": "Ids of requirements.json." },
                  "skip": { "type": "string", "description": "Why the case is not run." }
                }
              }
            }

            """###
        ),
        (
            "results.schema.json",
            ###"""
            {
              "$schema": "https://json-schema.org/draft/2020-12/schema",
              "$id": "results.schema.json",
              "title": "Results of stytch-conformance, version 1",
              "description": "One run. Readers skip members that they do not know.",
              "type": "object",
              "required": ["format", "version", "program", "runID", "target", "baseURL", "started", "durationMicroseconds", "clockOffsetMicroseconds", "counts", "transfers", "cases"],
              "properties": {
                "format": { "const": "stytch-conformance/results" },
                "version": { "const": 1 },
                "program": { "type": "string", "description": "The version of the program that wrote the file." },
                "runID": { "type": "string", "description": "Stands in the names of what the run created." },
                "target": { "type": "string", "description": "mock, test, live or an address." },
                "baseURL": { "type": "string" },
                "started": { "type": "string", "description": "RFC 3339, UTC." },
                "durationMicroseconds": { "type": "integer", "minimum": 0 },
                "clockOffsetMicroseconds": { "type": "integer", "description": "How far the target's clock is ahead of this machine's; 0 where the whole seconds of its Date header show no difference." },
                "interruption": { "type": "string", "description": "Why the run stopped early; missing where it did not." },
                "builtInCases": { "type": "boolean", "description": "True where the cases were those built into the program; missing where they came from a folder." },
                "failsOnFlaky": { "type": "boolean", "description": "True where flaky cases fail the run (--fail-on-flaky); missing where they do not." },
                "selection": {
                  "type": "object",
                  "description": "Which cases were asked for; missing where it was all of them.",
                  "properties": {
                    "paths": { "type": "array", "items": { "type": "string" }, "description": "Suites or folders, such as sessions/get." },
                    "filters": { "type": "array", "items": { "type": "string" }, "description": "Globs over ids; one that begins with ! takes out." },
                    "tags": { "type": "array", "items": { "type": "string" }, "description": "One that begins with ! takes out." },
                    "cases": { "type": "array", "items": { "type": "string" }, "description": "Full ids, where only some were asked for by name." }
                  }
                },
                "shard": {
                  "type": "object",
                  "description": "Which part of a run it is, and what makes all parts into the run; missing for a whole one.",
                  "required": ["index", "total", "corpus", "command", "plan"],
                  "properties": {
                    "index": { "type": "integer", "minimum": 1 },
                    "total": { "type": "integer", "minimum": 1 },
                    "corpus": { "type": "string", "description": "SHA-256 of all case files, in hexadecimal." },
                    "command": { "type": "string", "description": "The command of the run without shard and selection; secret variables are those of the shell." },
                    "plan": {
                      "type": "array",
                      "description": "What all shards together were to run, in corpus order.",
                      "items": {
                        "type": "object",
                        "required": ["file", "cases"],
                        "properties": {
                          "file": { "type": "string" },
                          "cases": { "type": "array", "items": { "type": "string" } }
                        }
                      }
                    },
                    "knownFailures": {
                      "type": "array",
                      "description": "The list of known failures; missing where it is empty.",
                      "items": {
                        "type": "object",
                        "required": ["case", "reason", "until", "message", "position", "holds", "ended", "cases"],
                        "properties": {
                          "case": { "type": "string", "description": "A glob over ids." },
                          "reason": { "type": "string" },
                          "link": { "type": "string" },
                          "until": { "type": "string", "description": "The last day it holds." },
                          "message": { "type": "string", "description": "How the first finding begins." },
                          "position": { "$ref": "#/$defs/position" },
                          "holds": { "type": "boolean", "description": "Whether it is for this target." },
                          "ended": { "type": "boolean", "description": "Whether its last day was over." },
                          "cases": { "type": "integer", "minimum": 0, "description": "How many cases of the whole corpus it names." }
                        }
                      }
                    }
                  }
                },
                "shuffleSeed": { "type": "string", "description": "The seed of the order in which cases began, in decimal digits; missing where that was corpus order." },
                "counts": {
                  "type": "object",
                  "required": ["passed", "failed", "errored", "skipped", "notRun", "knownFailures", "unexpectedPasses"],
                  "properties": {
                    "passed": { "type": "integer", "minimum": 0 },
                    "flaky": { "type": "integer", "minimum": 0, "description": "Missing in files of programs that repeated no case." },
                    "failed": { "type": "integer", "minimum": 0 },
                    "errored": { "type": "integer", "minimum": 0 },
                    "skipped": { "type": "integer", "minimum": 0 },
                    "notRun": { "type": "integer", "minimum": 0 },
                    "knownFailures": { "type": "integer", "minimum": 0 },
                    "unexpectedPasses": { "type": "integer", "minimum": 0 }
                  }
                },
                "transfers": {
                  "type": "object",
                  "required": ["requests", "reusedConnections", "bytesReceived"],
                  "properties": {
                    "requests": { "type": "integer", "minimum": 0 },
                    "reusedConnections": { "type": "integer", "minimum": 0, "description": "Answers over a connection that had served before." },
                    "newConnections": { "type": "integer", "minimum": 0, "description": "Connections that were opened, for requests that failed too." },
                    "httpVersions": { "type": "object", "additionalProperties": { "type": "integer", "minimum": 1 }, "description": "Whole answers by the version of HTTP they came over, such as HTTP/1.1." },
                    "bytesReceived": { "type": "integer", "minimum": 0 }
                  }
                },
                "times": {
                  "type": "array",
                  "description": "How long the answers of each operation took, by its name; missing where no times are told.",
                  "items": {
                    "type": "object",
                    "required": ["operation", "answers", "longestMicroseconds", "every", "endedAfterMicroseconds", "tookMicroseconds"],
                    "properties": {
                      "operation": { "type": "string" },
                      "answers": { "type": "integer", "minimum": 1, "description": "How many there were." },
                      "longestMicroseconds": { "type": "integer", "minimum": 0, "description": "The longest of them all, kept or not." },
                      "every": { "type": "integer", "minimum": 1, "description": "A sample stands for so many answers." },
                      "endedAfterMicroseconds": { "type": "array", "items": { "type": "integer", "minimum": 0 }, "description": "From the start of the run to the end of each answer that is kept, at most 512." },
                      "tookMicroseconds": { "type": "array", "items": { "type": "integer", "minimum": 0 }, "description": "How long each of these took, in the same order, without making the connection." }
                    }
                  }
                },
                "answers": {
                  "type": "array",
                  "description": "What answers looked like, by operation and class of statuses; missing where none came. No value of an answer stands here but words of closed lists.",
                  "items": {
                    "type": "object",
                    "required": ["operation", "statuses", "count", "fields"],
                    "properties": {
                      "operation": { "type": "string" },
                      "statuses": { "type": "string", "pattern": "^[0-9]+xx$", "description": "2xx, 4xx and so on." },
                      "count": { "type": "integer", "minimum": 0, "description": "How many answers there were whose body is JSON." },
                      "withoutJSON": { "type": "integer", "minimum": 1, "description": "How many more there were whose body is none; missing where there were none." },
                      "isCut": { "const": true, "description": "There was more than is kept, or keys that may be somebody's ids; else missing." },
                      "fields": {
                        "type": "array",
                        "items": {
                          "type": "object",
                          "required": ["pointer", "kinds", "parents"],
                          "properties": {
                            "pointer": { "type": "string", "description": "With * for any place in an array, and {*} for any key of a map whose keys mean nothing; the root is empty." },
                            "kinds": { "type": "object", "additionalProperties": { "type": "integer", "minimum": 1 }, "description": "How many values there were of each kind: null, boolean, integer, fraction, string, array, object." },
                            "parents": { "type": "integer", "minimum": 0, "description": "How many there could have been: objects of which it could be a member, arrays, answers." },
                            "words": { "type": "array", "items": { "type": "string" }, "description": "The words that were seen of a closed list; missing where it is none." },
                            "hasOtherWords": { "const": true, "description": "Other texts stood there too; else missing." }
                          }
                        }
                      }
                    }
                  }
                },
                "models": {
                  "type": "array",
                  "description": "Which of the members and words that a model declares stood in answers, by model; missing where no such answers came. A list that has nothing in it is missing.",
                  "items": {
                    "type": "object",
                    "required": ["model", "answers"],
                    "properties": {
                      "model": { "type": "string", "description": "The model of some operations' answers with a 2xx status, or that of errors." },
                      "answers": { "type": "integer", "minimum": 1, "description": "How many answers of these operations there were whose body is JSON." },
                      "isCut": { "const": true, "description": "There was more than is kept, so that what seems never seen may have been; else missing." },
                      "seen": { "type": "array", "items": { "type": "string" }, "description": "The members that were there with a value, by folded pointers." },
                      "null": { "type": "array", "items": { "type": "string" }, "description": "The members that were null whenever they were there." },
                      "never": { "type": "array", "items": { "type": "string" }, "description": "The members that were never there." },
                      "words": {
                        "type": "array",
                        "description": "The closed lists of words.",
                        "items": {
                          "type": "object",
                          "required": ["pointer"],
                          "properties": {
                            "pointer": { "type": "string" },
                            "seen": { "type": "array", "items": { "type": "string" } },
                            "never": { "type": "array", "items": { "type": "string" } }
                          }
                        }
                      }
                    }
                  }
                },
                "coverage": {
                  "type": "object",
                  "description": "What the run shows of the statements of requirements.json; missing where there are none.",
                  "required": ["passed", "failed", "notRun", "statements"],
                  "properties": {
                    "passed": { "type": "integer", "minimum": 0 },
                    "failed": { "type": "integer", "minimum": 0 },
                    "notRun": { "type": "integer", "minimum": 0 },
                    "statements": {
                      "type": "array",
                      "items": {
                        "type": "object",
                        "required": ["id", "verdict", "cases"],
                        "properties": {
                          "id": { "type": "string" },
                          "verdict": { "enum": ["passed", "failed", "not-run"] },
                          "cases": { "type": "integer", "minimum": 0, "description": "How many of the run's cases name it." }
                        }
                      }
                    }
                  }
                },
                "knownFailureProblems": {
                  "type": "array",
                  "description": "What is wrong with the list of known failures; missing where nothing is.",
                  "items": {
                    "type": "object",
                    "required": ["kind", "pattern", "position", "message", "hint"],
                    "properties": {
                      "kind": { "type": "string", "description": "stale, ended, unmatched, too-wide, wrong-message or unexplained; more may come." },
                      "pattern": { "type": "string", "description": "The entry's 'case'." },
                      "position": { "$ref": "#/$defs/position" },
                      "message": { "type": "string" },
                      "hint": { "type": "string" },
                      "cases": { "type": "array", "items": { "type": "string" }, "description": "The cases it is about; missing where it is about the entry alone." }
                    }
                  }
                },
                "cases": { "type": "array", "items": { "$ref": "#/$defs/case" } }
              },
              "$defs": {
                "case": {
                  "type": "object",
                  "required": ["id", "suite", "position", "outcome", "durationMicroseconds", "startedAfterMicroseconds", "exchangeCount"],
                  "properties": {
                    "id": { "type": "string", "description": "suite/case or suite/case/row." },
                    "suite": { "type": "string" },
                    "description": { "type": "string" },
                    "position": { "$ref": "#/$defs/position" },
                    "requirements": { "type": "array", "items": { "type": "string" } },
                    "tags": { "type": "array", "items": { "type": "string" } },
                    "outcome": { "enum": ["passed", "flaky", "failed", "errored", "skipped", "not-run", "known-failure", "unexpected-pass"] },
                    "failingSince": { "type": "string", "description": "When the first run began in which it failed, of those that lead up to this one by --baseline without a pass, RFC 3339; also of a case that did not run now. Missing where it does not fail, or no earlier run was asked." },
                    "knownFailure": {
                      "type": "object",
                      "description": "The entry of the list of known failures that the case fails by, or passes in spite of.",
                      "required": ["reason", "until", "position"],
                      "properties": {
                        "reason": { "type": "string" },
                        "link": { "type": "string" },
                        "until": { "type": "string", "description": "The last day it holds." },
                        "position": { "$ref": "#/$defs/position" }
                      }
                    },
                    "reason": { "type": "string", "description": "Why it was skipped or not run." },
                    "error": { "$ref": "#/$defs/error" },
                    "findings": { "type": "array", "items": { "$ref": "#/$defs/finding" } },
                    "notes": { "type": "array", "items": { "$ref": "#/$defs/finding" }, "description": "What was seen without deciding anything, such as fields that no model reads." },
                    "durationMicroseconds": { "type": "integer", "minimum": 0 },
                    "startedAfterMicroseconds": { "type": "integer", "minimum": 0 },
                    "exchangeCount": { "type": "integer", "minimum": 0 },
                    "mayHaveLeft": { "type": "boolean", "description": "True where something that the case made may still be on the target." },
                    "exchanges": { "type": "array", "items": { "$ref": "#/$defs/exchange" }, "description": "Kept for cases that did not pass, or for all with --evidence all." },
                    "attempts": { "type": "array", "items": { "$ref": "#/$defs/attempt" }, "description": "The other attempts at a case that was repeated, by their numbers; that of the attempt which the other members tell of is the one that is not there." }
                  }
                },
                "attempt": {
                  "type": "object",
                  "required": ["number", "outcome", "durationMicroseconds", "startedAfterMicroseconds"],
                  "properties": {
                    "number": { "type": "integer", "minimum": 1, "description": "Counted over all attempts at the case." },
                    "outcome": { "enum": ["passed", "failed", "errored"] },
                    "error": { "$ref": "#/$defs/error" },
                    "findings": { "type": "array", "items": { "$ref": "#/$defs/finding" } },
                    "durationMicroseconds": { "type": "integer", "minimum": 0 },
                    "startedAfterMicroseconds": { "type": "integer", "minimum": 0 },
                    "exchange": { "$ref": "#/$defs/exchange", "description": "The one that explains the outcome, where exchanges were kept." }
                  }
                },
                "position": {
                  "type": "object",
                  "description": "Without line and column the file as a whole is meant.",
                  "required": ["file"],
                  "properties": {
                    "file": { "type": "string" },
                    "line": { "type": "integer", "minimum": 1 },
                    "column": { "type": "integer", "minimum": 1 }
                  }
                },
                "error": {
                  "type": "object",
                  "description": "Why the case could not be judged.",
                  "required": ["kind", "message"],
                  "properties": {
                    "kind": { "type": "string", "description": "transport, timeout, setup, teardown, mock or internal; more may come." },
                    "message": { "type": "string" },
                    "hint": { "type": "string" },
                    "code": { "type": "string", "description": "The transport's own code, such as 'curl 7 CURLE_COULDNT_CONNECT'." },
                    "position": { "$ref": "#/$defs/position" }
                  }
                },
                "finding": {
                  "type": "object",
                  "required": ["code", "subject", "expected", "actual", "step"],
                  "properties": {
                    "code": { "type": "string", "description": "The kind: status, error-type, header, body, not-json, token, model, duration, unique, capture, check, decoding-findings or unknown-field; more may come." },
                    "detail": { "type": "string", "description": "Of code 'model': the decoder's own code, such as missing-field." },
                    "subject": { "type": "string", "description": "What is spoken of: status, header content-type, body /session/user_id." },
                    "expected": { "type": "string" },
                    "actual": { "type": "string" },
                    "note": { "type": "string" },
                    "position": { "$ref": "#/$defs/position" },
                    "step": { "type": "integer", "minimum": 0 },
                    "requirements": { "type": "array", "items": { "type": "string" }, "description": "The statements of the rule for every answer that is broken; missing where the case's own words are." }
                  }
                },
                "exchange": {
                  "type": "object",
                  "required": ["step", "request", "timings", "reusedConnection", "curl"],
                  "properties": {
                    "step": { "type": "integer", "minimum": 0 },
                    "operation": { "type": "string" },
                    "request": {
                      "type": "object",
                      "required": ["method", "url"],
                      "properties": {
                        "method": { "type": "string" },
                        "url": { "type": "string" },
                        "headers": { "$ref": "#/$defs/headers" },
                        "body": { "type": "string" },
                        "sha256": { "type": "string", "description": "SHA-256 of the redacted body, in hexadecimal, where body is not all of it." }
                      }
                    },
                    "response": {
                      "type": "object",
                      "description": "Missing where no answer came.",
                      "required": ["status", "bytes"],
                      "properties": {
                        "status": { "type": "integer", "minimum": 0 },
                        "httpVersion": { "type": "string" },
                        "headers": { "$ref": "#/$defs/headers" },
                        "body": { "type": "string", "description": "Redacted, and cut for showing." },
                        "bytes": { "type": "integer", "minimum": 0, "description": "Length of the whole body." },
                        "sha256": { "type": "string", "description": "SHA-256 of the redacted body, in hexadecimal, where body is not all of it." }
                      }
                    },
                    "timings": {
                      "type": "object",
                      "required": ["nameLookupMicroseconds", "connectMicroseconds", "tlsMicroseconds", "firstByteMicroseconds", "totalMicroseconds"],
                      "properties": {
                        "nameLookupMicroseconds": { "type": "integer", "minimum": 0 },
                        "connectMicroseconds": { "type": "integer", "minimum": 0 },
                        "tlsMicroseconds": { "type": "integer", "minimum": 0 },
                        "firstByteMicroseconds": { "type": "integer", "minimum": 0 },
                        "totalMicroseconds": { "type": "integer", "minimum": 0 }
                      }
                    },
                    "reusedConnection": { "type": "boolean" },
                    "sentAgainAfterMicroseconds": { "type": "integer", "minimum": 0, "description": "The wait before the same request was sent again, which is the step's next exchange." },
                    "curl": { "type": "string", "description": "A command that repeats the request, with variables for the secrets." }
                  }
                },
                "headers": {
                  "type": "array",
                  "items": {
                    "type": "object",
                    "required": ["name", "value"],
                    "properties": { "name": { "type": "string" }, "value": { "type": "string" } }
                  }
                }
              }
            }

            """###
        ),
        (
            "serve.schema.json",
            ###"""
            {
              "$schema": "https://json-schema.org/draft/2020-12/schema",
              "$id": "serve.schema.json",
              "title": "What 'stytch-conformance serve --json' writes once it listens",
              "description": "One line. Readers skip members that they do not know.",
              "type": "object",
              "required": ["baseURL", "projectID", "secret", "port"],
              "properties": {
                "baseURL": { "type": "string", "pattern": "^https?://127\\.0\\.0\\.1:[0-9]+$" },
                "projectID": { "type": "string" },
                "secret": { "type": "string", "description": "Of the mock's own project; nothing else takes it." },
                "port": { "type": "integer", "minimum": 1, "maximum": 65535 },
                "caFile": { "type": "string", "description": "With --tls: a PEM file with the authority of the mock's certificate." }
              }
            }

            """###
        ),
    ]
}
