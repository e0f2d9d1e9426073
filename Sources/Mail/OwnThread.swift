import Foundation

/// Runs work that waits for disks and networks on a thread of its own, where it holds up nobody. It answers once, and may tidy up after.
func onOwnThread<Value: Sendable>(_ work: @escaping @Sendable (_ answer: CheckedContinuation<Value, Never>) -> Void) async -> Value {
  await withCheckedContinuation { answer in
    Thread.detachNewThread { work(answer) }
  }
}
