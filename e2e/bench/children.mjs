// Processes that a run starts, and that end with it.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'

const END_MILLIS = 20_000
const LAST_LINES = 20

/** One process whose lines on stdout are looked at. */
export class Child {
  #process
  #name
  #reader
  #lines = []

  /**
   * @param {string} name what it is called when something goes wrong
   * @param {string[]} command
   * @param {boolean} quiet whether what it says on stderr is shown only when something goes wrong
   */
  constructor (name, [command, ...args], quiet = false) {
    this.#name = name
    this.#process = spawn(command, args, { stdio: ['pipe', 'pipe', quiet ? 'pipe' : 'inherit'] })
    this.#process.on('error', () => {}) // Its end tells as much.
    const kill = () => this.#process.kill('SIGKILL')
    process.once('exit', kill)
    this.#process.once('exit', () => process.off('exit', kill))
    this.#process.stdin.on('error', () => {}) // It has ended already.
    this.#reader = createInterface({ input: this.#process.stdout })
    this.#reader.on('line', (line) => this.#keep(line))
    if (quiet) createInterface({ input: this.#process.stderr }).on('line', (line) => this.#keep(line))
  }

  get pid () {
    return this.#process.pid
  }

  get ended () {
    return this.#process.exitCode !== null || this.#process.signalCode !== null || this.#process.pid === undefined
  }

  #keep (line) {
    this.#lines.push(line)
    if (this.#lines.length > LAST_LINES) this.#lines.shift()
  }

  /** One order on its stdin. */
  say (line) {
    this.#process.stdin.write(`${line}\n`)
  }

  /**
   * What `match` makes of the first line that it makes something of.
   * @template T
   * @param {(line: string) => T | undefined | null} match
   * @returns {Promise<T>}
   */
  line (match, millis) {
    return new Promise((resolve, reject) => {
      const done = (settle, value) => {
        clearTimeout(timer)
        this.#reader.off('line', look)
        settle(value)
      }
      const fail = (why) => done(reject, new Error(`${this.#name} ${why}${this.#lines.map((line) => `\n  ${line}`).join('')}`))
      const look = (line) => {
        const found = match(line)
        if (found !== undefined && found !== null) done(resolve, found)
      }
      const timer = setTimeout(() => fail(`did not get ready within ${millis / 1000} s`), millis)
      this.#process.once('exit', (code) => fail(`ended with ${code}`))
      this.#process.once('error', (error) => fail(error.message))
      this.#reader.on('line', look)
    })
  }

  /** Resolves when it has ended; it is killed when it does not by itself. */
  async end (millis) {
    if (this.ended) return
    const killer = setTimeout(() => this.#process.kill('SIGKILL'), millis)
    await once(this.#process, 'exit')
    clearTimeout(killer)
  }

  /** Asks it to end and waits for that. */
  async stop () {
    this.#process.stdin.end()
    if (!this.ended) this.#process.kill('SIGTERM')
    await this.end(END_MILLIS)
  }
}

/** The JSON object in a line; undefined if there is none. */
export function jsonLine (line) {
  try {
    return line.startsWith('{') ? JSON.parse(line) : undefined
  } catch {
    return undefined
  }
}
