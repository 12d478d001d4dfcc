// Which of TCP's congestion controls this process may choose for a socket.
import { readFileSync } from 'node:fs'

const SYSTEM = '/proc/sys/net/ipv4/'

/** Whether a server that this process starts may use it; root may use all that exist. */
export function congestionAllowed (algorithm, root = process.getuid?.() === 0, read = (file) => readFileSync(file, 'utf8')) {
  try {
    return read(`${SYSTEM}tcp_${root ? 'available' : 'allowed'}_congestion_control`).trim().split(/\s+/).includes(algorithm)
  } catch {
    return false
  }
}
