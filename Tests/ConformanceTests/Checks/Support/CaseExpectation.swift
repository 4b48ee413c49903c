import Conformance

/// The expectation of a case; the testing library has a type of the same name.
typealias CaseExpectation = Conformance.Expectation

/// A place in a case file; the testing library has a type of the same name.
typealias CaseLocation = Conformance.SourceLocation
