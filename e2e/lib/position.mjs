// Positions as the vanilla client computes them, to the bit.

const STEPS = 4096

/**
 * Adds a relative move to a position. A component that does not move stays as it is; one that moves is first rounded
 * to a 1/4096 of a block.
 *
 * @param {{x: number, y: number, z: number}} base the position last told by the server
 * @param {{dX: number, dY: number, dZ: number}} move in 1/4096 of a block
 */
export function moved (base, { dX, dY, dZ }) {
  return { x: component(base.x, dX), y: component(base.y, dY), z: component(base.z, dZ) }
}

function component (base, delta) {
  // Math.round rounds halves up, as Java's does.
  return delta === 0 ? base : (Math.round(base * STEPS) + delta) / STEPS
}

/** An angle of a packet's byte in degrees, exact in a float. */
export function degrees (byte) {
  return (byte * 360) / 256
}

/** The 64 bits of a number, in hexadecimal. */
export function bits (number) {
  const view = new DataView(new ArrayBuffer(8))
  view.setFloat64(0, number)
  return view.getBigUint64(0).toString(16).padStart(16, '0')
}
