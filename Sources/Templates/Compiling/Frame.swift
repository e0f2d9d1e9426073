/// Where in the sources the compiler is: the file, what fills its blocks, and how it came here.
struct Frame {
  let file: String
  let fillings: [String: Filling]
  /// The templates being written, the page's first: one of them may not come again.
  let stack: [String]

  func entering(_ template: String, filling fillings: [String: Filling]) -> Frame {
    Frame(file: template + TemplateSources.ending, fillings: fillings, stack: stack + [template])
  }
}

/// What a template puts into a layout's block, with the place it was written in.
struct Filling {
  let nodes: [TemplateNode]
  let frame: Frame
}
