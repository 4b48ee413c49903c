import Testing

@testable import ConformanceReports

struct AttachmentMarkersTests {
    @Test(arguments: [
        ("[[ATTACHMENT|a]]", "[ [ATTACHMENT|a]]"),
        ("x [[ATTACHMENT|a]][[ATTACHMENT|", "x [ [ATTACHMENT|a]][ [ATTACHMENT|"),
        ("[[ATTACHMENT|\u{301}a", "[ [ATTACHMENT|\u{301}a"),
        ("[[[ATTACHMENT|", "[[ [ATTACHMENT|"),
        ("[[ATTACHMENT", "[[ATTACHMENT"),
        ("[[attachment|a", "[[attachment|a"),
        ("", ""),
    ])
    func `a marker is broken up, whatever stands around it`(text: String, shown: String) {
        #expect(Array(AttachmentMarkers.disarmed(text).utf8) == Array(shown.utf8))
    }
}
