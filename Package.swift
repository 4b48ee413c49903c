// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "stytch-conformance",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "stytch-conformance", targets: ["StytchConformance"]),
        .library(name: "WireJSON", targets: ["WireJSON"]),
        .library(name: "SessionModels", targets: ["SessionModels"]),
        .library(name: "SessionJWT", targets: ["SessionJWT"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-asn1", from: "1.7.4"),
        .package(url: "https://github.com/apple/swift-certificates", from: "1.21.1"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.6"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.9.0"),
    ],
    targets: [
        // libcurl, and one wrapper for each of its variadic calls.
        .systemLibrary(
            name: "CCurl",
            pkgConfig: "libcurl",
            providers: [.apt(["libcurl4-openssl-dev"]), .yum(["libcurl-devel"]), .brew(["curl"])]
        ),
        // zlib, for payloads that are stored as gzip.
        .systemLibrary(
            name: "CZlib",
            pkgConfig: "zlib",
            providers: [.apt(["zlib1g-dev"]), .yum(["zlib-devel"]), .brew(["zlib"])]
        ),
        .target(name: "WireJSON"),
        .target(name: "SessionModels", dependencies: ["WireJSON"]),
        .target(
            name: "SessionJWT",
            dependencies: [
                "SessionModels", "WireJSON",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "CryptoExtras", package: "swift-crypto"),
            ]
        ),
        .target(name: "PayloadAudit", dependencies: ["SessionModels", "WireJSON"]),
        .target(name: "Conformance", dependencies: ["WireJSON"]),
        .target(name: "CurlTransport", dependencies: ["Conformance", "CCurl"]),
        .target(
            name: "MockStytch",
            dependencies: [
                "WireJSON",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "CryptoExtras", package: "swift-crypto"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdCore", package: "hummingbird"),
                .product(name: "HummingbirdTLS", package: "hummingbird"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "SwiftASN1", package: "swift-asn1"),
                .product(name: "X509", package: "swift-certificates"),
            ]
        ),
        .target(name: "ConformanceReports", dependencies: ["Conformance", "WireJSON"]),
        .executableTarget(
            name: "StytchConformance",
            dependencies: [
                "CZlib", "Conformance", "ConformanceReports", "CurlTransport", "MockStytch", "PayloadAudit",
                "SessionJWT",
                "SessionModels", "WireJSON",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Crypto", package: "swift-crypto"),
            ]
        ),
        // Servers on 127.0.0.1 that do as a test says; no product has a part in it.
        .target(name: "TestServers", path: "Tests/TestServers"),
        .testTarget(name: "WireJSONTests", dependencies: ["WireJSON"]),
        .testTarget(name: "SessionModelsTests", dependencies: ["SessionModels", "WireJSON"]),
        .testTarget(
            name: "SessionJWTTests",
            dependencies: [
                "SessionJWT", "SessionModels", "WireJSON",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "CryptoExtras", package: "swift-crypto"),
            ]
        ),
        // A judge of JSON Schemas that shares no code with what writes them; for tests.
        .target(name: "SchemaValidation", dependencies: ["WireJSON"], path: "Tests/SchemaValidation"),
        .testTarget(
            name: "ConformanceTests",
            dependencies: ["Conformance", "SchemaValidation", "WireJSON"],
            exclude: ["BrokenCases"]
        ),
        .testTarget(name: "CurlTransportTests", dependencies: ["CurlTransport", "Conformance", "TestServers"]),
        .testTarget(
            name: "MockStytchTests",
            dependencies: [
                "MockStytch", "SessionJWT", "SessionModels", "TestServers", "WireJSON",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "CryptoExtras", package: "swift-crypto"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
                .product(name: "SwiftASN1", package: "swift-asn1"),
                .product(name: "X509", package: "swift-certificates"),
            ]
        ),
        .testTarget(
            name: "ConformanceReportsTests",
            dependencies: [
                "ConformanceReports", "Conformance", "SchemaValidation", "WireJSON",
                .product(name: "Crypto", package: "swift-crypto"),
            ],
            exclude: ["Goldens"]
        ),
        .testTarget(
            name: "PayloadAuditTests",
            dependencies: ["PayloadAudit", "SessionModels", "WireJSON"]
        ),
        .testTarget(name: "ArchitectureTests"),
        .testTarget(
            name: "EndToEndTests",
            dependencies: [
                "StytchConformance", "Conformance", "ConformanceReports", "CurlTransport", "PayloadAudit",
                "SchemaValidation", "SessionJWT", "TestServers", "WireJSON",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            exclude: ["Goldens"]
        ),
    ],
    swiftLanguageModes: [.v6]
)

for target in package.targets where target.type != .system {
    target.swiftSettings = [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .treatAllWarnings(as: .error),
    ]
}

// A case passes through many functions that wait; none of them need go to another thread first.
for target in package.targets where ["Conformance", "CurlTransport"].contains(target.name) {
    target.swiftSettings?.append(.enableUpcomingFeature("NonisolatedNonsendingByDefault"))
}
