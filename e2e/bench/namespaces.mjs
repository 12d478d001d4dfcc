// A slow link that behaves like one: server, router and client in network namespaces of their own. The slow hop is on the
// router, since shaping on the server's own device would keep the packets in its socket, where no network queue forms.
import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'

const SERVER = '10.77.1.1'
const CLIENT = '10.77.2.1'
const MASK = 24
/** A small bucket, so that the hop has its rate at once: what it carries in 2 ms, but two packets at least. */
const MIN_BUCKET_BYTES = 4_000
const BUCKET_SECONDS = 0.002
/** As good as nothing, and tc can count with it. */
const STALLED_BITS_PER_SECOND = 1_000
const STALLED_BUCKET_BYTES = 2_000

/**
 * Waits until the bench is gone, however it ended, or until its time is over; then ends what still runs in the namespaces
 * and removes them.
 */
const REAPER = `timeout "$0" cat > /dev/null
for name; do
  for pid in $(ip netns pids "$name" 2> /dev/null); do kill -9 "$pid"; done
  ip netns del "$name"
done`

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

/** Three namespaces in a row. They are gone soon after this process is, even if it is killed. */
export class Namespaces {
  #id
  #names
  #reaper

  /**
   * @param {string} id what sets its names apart, at most six letters and digits
   * @param {number} seconds after which the namespaces are removed in any case
   */
  constructor (id, seconds) {
    this.#id = id
    this.#names = { server: `sluice-s-${id}`, router: `sluice-r-${id}`, client: `sluice-c-${id}` }
    // A session of its own: Ctrl-C must not end it with the rest.
    this.#reaper = spawn('sh', ['-c', REAPER, `${seconds}`, ...Object.values(this.#names)],
      { detached: true, stdio: ['pipe', 'ignore', 'ignore'] })
    for (const name of Object.values(this.#names)) {
      run('ip', 'netns', 'add', name)
      this.#in(name, 'ip', 'link', 'set', 'lo', 'up')
    }
    this.#wire('server', SERVER, '10.77.1.2')
    this.#wire('client', CLIENT, '10.77.2.2')
    this.#in(this.#names.router, 'sysctl', '-q', '-w', 'net.ipv4.ip_forward=1')
  }

  /** The server's address as the client sees it. */
  get serverHost () {
    return SERVER
  }

  get clientHost () {
    return CLIENT
  }

  /** What to put before a command so that it runs at an end: `server`, `router` or `client`. */
  prefix (end) {
    return ['ip', 'netns', 'exec', this.#names[end]]
  }

  /**
   * Makes the hop to the client slow; what waits before it stays.
   * @param {number} bitsPerSecond 0 leaves it as fast as the machine
   * @param {number} bufferBytes what waits before the hop at most; more is dropped
   */
  shape (bitsPerSecond, bufferBytes) {
    if (bitsPerSecond === 0) return
    this.#bucket(bitsPerSecond, Math.max(MIN_BUCKET_BYTES, Math.ceil(bitsPerSecond / 8 * BUCKET_SECONDS)), bufferBytes)
    // Its timer is still set for the old rate; a packet wakes it.
    this.#in(this.#names.router, 'bash', '-c', `echo > /dev/udp/${CLIENT}/9`)
  }

  /** Lets next to nothing through until `shape` is called. */
  stall (bufferBytes) {
    this.#bucket(STALLED_BITS_PER_SECOND, STALLED_BUCKET_BYTES, bufferBytes)
  }

  /** Lets new sockets of the server's end begin with a congestion control; false if the system does not. */
  congestionControl (algorithm) {
    try {
      this.#in(this.#names.server, 'sysctl', '-q', '-w', `net.ipv4.tcp_congestion_control=${algorithm}`)
      return true
    } catch {
      return false
    }
  }

  /** What the slow hop has carried, headers included, and dropped. */
  get hop () {
    const shown = JSON.parse(this.#in(this.#names.router, 'tc', '-s', '-j', 'qdisc', 'show', 'dev', 'c'))
    const { bytes = 0, packets = 0, drops = 0 } = shown.find(({ kind }) => kind === 'tbf') ?? {}
    return { hopBytes: bytes, hopPackets: packets, droppedPackets: drops }
  }

  async close () {
    const gone = this.#reaper.exitCode === null ? once(this.#reaper, 'exit') : undefined
    this.#reaper.stdin.end()
    await gone
  }

  #bucket (bitsPerSecond, burst, bufferBytes) {
    this.#in(this.#names.router, 'tc', 'qdisc', 'replace', 'dev', 'c', 'root', 'tbf', 'rate', `${bitsPerSecond}bit`,
      'burst', `${burst}`, 'limit', `${Math.max(bufferBytes, burst)}`)
  }

  #wire (end, address, routerAddress) {
    const device = `sl${this.#id}${end[0]}`
    run('ip', 'link', 'add', device, 'type', 'veth', 'peer', 'name', `${device}r`)
    run('ip', 'link', 'set', device, 'netns', this.#names[end], 'name', 'eth')
    run('ip', 'link', 'set', `${device}r`, 'netns', this.#names.router, 'name', end[0])
    for (const [where, name, own] of [[this.#names[end], 'eth', address], [this.#names.router, end[0], routerAddress]]) {
      // Segments of 64 KB would pass the slow hop as one packet.
      this.#in(where, 'ip', 'link', 'set', name, 'gso_max_segs', '1')
      this.#in(where, 'ip', 'addr', 'add', `${own}/${MASK}`, 'dev', name)
      this.#in(where, 'ip', 'link', 'set', name, 'up')
    }
    this.#in(this.#names[end], 'ip', 'route', 'add', 'default', 'via', routerAddress)
  }

  #in (name, ...command) {
    return run('ip', 'netns', 'exec', name, ...command)
  }
}

function run (command, ...args) {
  return execFileSync(command, args, { stdio: ['ignore', 'pipe', 'pipe'], encoding: 'utf8' })
}
