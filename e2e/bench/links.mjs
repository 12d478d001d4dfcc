// The two kinds of link between server and client: namespaces with a slow hop, and a relay where there is no root.
import { fileURLToPath } from 'node:url'
import { Child, jsonLine } from './children.mjs'
import { Namespaces } from './namespaces.mjs'

const RELAY = fileURLToPath(new URL('./relay-cli.mjs', import.meta.url))
const FLOW = fileURLToPath(new URL('./flow.mjs', import.meta.url))
const READY_MILLIS = 10_000

/**
 * Kernel queues: packets wait at a router, are dropped when its buffer is full, and TCP learns of it.
 * A `plan` has `bitsPerSecond`, `bufferBytes` and perhaps `proxyBytes` and `delayMillis`.
 */
export class NamespaceLink {
  kind = 'namespaces'
  #namespaces
  #plan
  #children = []
  #flow

  constructor (plan, seconds) {
    this.#plan = plan
    this.#namespaces = new Namespaces(`${process.pid % 100000}`, seconds)
  }

  /** The address that the server is to listen on. */
  get serverHost () {
    return this.#namespaces.serverHost
  }

  prefix (end) {
    return this.#namespaces.prefix(end)
  }

  /** Makes it slow; where the client is to connect to. */
  async open (serverPort) {
    const { bitsPerSecond, bufferBytes, proxyBytes, delayMillis } = this.#plan
    this.#namespaces.shape(bitsPerSecond, bufferBytes)
    let to = { host: this.serverHost, port: serverPort }
    // A proxy stands beside the server; distance is the client's.
    if (proxyBytes) to = await this.#relay('server', this.serverHost, to, ['--proxy', `${proxyBytes}`])
    if (delayMillis) to = await this.#relay('client', '127.0.0.1', to, ['--delay', `${delayMillis / 2}`])
    return to
  }

  setRate (bitsPerSecond) {
    this.#namespaces.shape(bitsPerSecond, this.#plan.bufferBytes)
  }

  /** Nothing gets through for so long. */
  async stall (millis) {
    this.#namespaces.stall(this.#plan.bufferBytes)
    await new Promise((resolve) => setTimeout(resolve, millis))
    this.#namespaces.shape(this.#plan.bitsPerSecond, this.#plan.bufferBytes)
  }

  /** Lets a bulk transfer share the slow hop until the link is closed; says which congestion control it has. */
  async compete () {
    const control = ['cubic', 'reno'].find((algorithm) => this.#namespaces.congestionControl(algorithm)) ?? 'system'
    this.#flow = this.#start('the sink', this.prefix('client'), [FLOW, '--listen', `${this.#namespaces.clientHost}:0`])
    const { listening } = await this.#flow.line(jsonLine, READY_MILLIS)
    this.#start('the sender', this.prefix('server'), [FLOW, '--to', `${this.#namespaces.clientHost}:${listening}`])
    return control
  }

  /** Bytes of the competing transfer that arrived, or undefined. */
  async flowBytes () {
    if (!this.#flow) return undefined
    this.#flow.say('report')
    return (await this.#flow.line((line) => jsonLine(line)?.received === undefined ? undefined : jsonLine(line), READY_MILLIS)).received
  }

  /** What else is known at the end. */
  facts () {
    return this.#namespaces.hop
  }

  async close () {
    for (const child of this.#children) await child.stop()
    await this.#namespaces.close()
  }

  async #relay (end, host, to, options) {
    const child = this.#start('the relay', this.prefix(end), relayCommand(host, to, options))
    const { listening } = await child.line(jsonLine, READY_MILLIS)
    return { host, port: listening }
  }

  #start (name, prefix, args) {
    const child = new Child(name, [...prefix, process.execPath, ...args])
    this.#children.push(child)
    return child
  }
}

/** A relay that shapes what it passes on. Nothing is ever lost on it, and what waits in the system's own buffers adds to its own. */
export class RelayLink {
  kind = 'relay'
  serverHost = '127.0.0.1'
  #plan
  #children = []
  #shaper

  constructor (plan) {
    this.#plan = plan
  }

  prefix () {
    return []
  }

  async open (serverPort) {
    const { bitsPerSecond, bufferBytes, proxyBytes, delayMillis } = this.#plan
    let to = { host: this.serverHost, port: serverPort }
    if (proxyBytes) to = await this.#relay(to, ['--proxy', `${proxyBytes}`])
    const options = delayMillis ? ['--delay', `${delayMillis / 2}`] : []
    if (bitsPerSecond) options.push('--rate', `${bitsPerSecond}`, '--buffer', `${bufferBytes}`)
    return options.length === 0 ? to : this.#relay(to, options)
  }

  setRate (bitsPerSecond) {
    this.#shaper.say(JSON.stringify({ rate: bitsPerSecond }))
  }

  async stall (millis) {
    this.#shaper.say(JSON.stringify({ stall: millis }))
    await new Promise((resolve) => setTimeout(resolve, millis))
  }

  async compete () {
    throw new Error('a competing flow needs root: a relay shapes each connection by itself')
  }

  async flowBytes () {
    return undefined
  }

  facts () {
    return {}
  }

  async close () {
    for (const child of this.#children) await child.stop()
  }

  async #relay (to, options) {
    this.#shaper = new Child('the relay', [process.execPath, ...relayCommand(this.serverHost, to, options)])
    this.#children.push(this.#shaper)
    const { listening } = await this.#shaper.line(jsonLine, READY_MILLIS)
    return { host: this.serverHost, port: listening }
  }
}

function relayCommand (host, to, options) {
  return [RELAY, '--listen', `${host}:0`, '--to', `${to.host}:${to.port}`, ...options]
}
