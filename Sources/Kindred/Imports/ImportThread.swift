import Foundation

/// One thread for what an import reads and makes while the server runs, so that no request waits behind it.
final class ImportThread: TaskExecutor {
  private let queue = DispatchQueue(label: "kindred.imports", qos: .utility)

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    queue.async { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
  }
}
