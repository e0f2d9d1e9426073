/// Compares a name that a template asks for with the names of a `switch`. Names are ASCII, so those of different lengths differ, and that
/// tells most of them apart: a page asks thousands of times, and comparing in full took a fifth of rendering.
@inline(__always) func ~= (name: String, asked: String) -> Bool { name.utf8.count == asked.utf8.count && name == asked }
