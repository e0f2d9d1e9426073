/// Whether two like the same must hold both ways: the harmonic mean is high only where both are (RECON, Pizzato et al. 2010).
package enum Reciprocity {
  package static func mean(_ one: Double, _ other: Double) -> Double {
    one > 0 && other > 0 ? 2 * one * other / (one + other) : 0
  }
}
