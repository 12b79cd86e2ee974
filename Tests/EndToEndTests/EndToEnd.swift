import Testing

/// Everything here runs the built program, one test after the other: each drives whole processes,
/// and a machine that is busy with many of them at once tells less.
@Suite("The built program", .serialized, .timeLimit(.minutes(10)))
struct EndToEnd {}
