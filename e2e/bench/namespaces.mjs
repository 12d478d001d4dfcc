// A slow link that behaves like one: server, router and client in network namespaces of their own. The slow hop is on the
// router, since shaping on the server's own device would keep the packets in its socket, where no network queue forms.
import { execFileSync } from 'node:child_process'

const SERVER = '10.77.1.1'
const MASK = 24
/** A small bucket, so that the hop has its rate at once. */
const BUCKET_BYTES = 4_000

/** Whether this process may make namespaces. */
export function namespacesAllowed () {
  if (process.getuid?.() !== 0) return false
  const probe = `sluice-probe-${process.pid}`
  try {
    run('ip', 'netns', 'add', probe)
    run('ip', 'netns', 'del', probe)
    return true
  } catch {
    return false
  }
}

/** Three namespaces in a row; ends with `close`, which never throws. */
export class Namespaces {
  #id
  #names

  /** @param {string} id what sets its names apart, at most six letters and digits */
  constructor (id) {
    this.#id = id
    this.#names = { server: `sluice-s-${id}`, router: `sluice-r-${id}`, client: `sluice-c-${id}` }
    try {
      for (const name of Object.values(this.#names)) {
        run('ip', 'netns', 'add', name)
        this.#in(name, 'ip', 'link', 'set', 'lo', 'up')
      }
      this.#wire('server', SERVER, '10.77.1.2')
      this.#wire('client', '10.77.2.1', '10.77.2.2')
      this.#in(this.#names.router, 'sysctl', '-q', '-w', 'net.ipv4.ip_forward=1')
    } catch (error) {
      this.close()
      throw error
    }
  }

  /** The server's address as the client sees it. */
  get serverHost () {
    return SERVER
  }

  /** What to put before a command so that it runs at an end: `server`, `router` or `client`. */
  prefix (end) {
    return ['ip', 'netns', 'exec', this.#names[end]]
  }

  /**
   * Makes the hop to the client slow.
   * @param {number} bitsPerSecond 0 leaves it as fast as the machine
   * @param {number} bufferBytes what waits before the hop at most; more is dropped
   */
  shape (bitsPerSecond, bufferBytes) {
    const { router } = this.#names
    if (bitsPerSecond === 0) {
      this.#tryIn(router, 'tc', 'qdisc', 'del', 'dev', 'c', 'root')
      return
    }
    const burst = Math.max(BUCKET_BYTES, Math.ceil(bitsPerSecond / 8 / 1000))
    this.#in(router, 'tc', 'qdisc', 'replace', 'dev', 'c', 'root', 'tbf', 'rate', `${bitsPerSecond}bit`,
      'burst', `${burst}`, 'limit', `${Math.max(bufferBytes, burst)}`)
  }

  /** Which congestion control the server's sockets begin with; false if this machine does not let one choose. */
  congestionControl (algorithm) {
    return this.#tryIn(this.#names.server, 'sysctl', '-q', '-w', `net.ipv4.tcp_congestion_control=${algorithm}`)
  }

  close () {
    for (const name of Object.values(this.#names)) {
      try {
        run('ip', 'netns', 'del', name)
      } catch { /* It was not made. */ }
    }
  }

  #wire (end, address, routerAddress) {
    const device = `sl${this.#id}${end[0]}`
    run('ip', 'link', 'add', device, 'type', 'veth', 'peer', 'name', `${device}r`)
    run('ip', 'link', 'set', device, 'netns', this.#names[end], 'name', 'eth')
    run('ip', 'link', 'set', `${device}r`, 'netns', this.#names.router, 'name', end[0])
    for (const [where, name, own] of [[this.#names[end], 'eth', address], [this.#names.router, end[0], routerAddress]]) {
      // Segments of 64 KB would pass the slow hop as one packet.
      this.#in(where, 'ip', 'link', 'set', name, 'gso_max_segs', '1')
      this.#tryIn(where, 'ethtool', '-K', name, 'tso', 'off', 'gso', 'off', 'gro', 'off')
      this.#in(where, 'ip', 'addr', 'add', `${own}/${MASK}`, 'dev', name)
      this.#in(where, 'ip', 'link', 'set', name, 'up')
    }
    this.#in(this.#names[end], 'ip', 'route', 'add', 'default', 'via', routerAddress)
  }

  #in (name, ...command) {
    return run('ip', 'netns', 'exec', name, ...command)
  }

  #tryIn (name, ...command) {
    try {
      this.#in(name, ...command)
      return true
    } catch {
      return false
    }
  }
}

function run (command, ...args) {
  return execFileSync(command, args, { stdio: ['ignore', 'pipe', 'pipe'], encoding: 'utf8' })
}
