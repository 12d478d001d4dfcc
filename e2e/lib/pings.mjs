// The client's own pings: how long the server's answer takes, there and back.

/** Sends a ping request every so often while in the play phase, and takes the answers' times. */
export class Pings {
  #client
  #timer
  #sent = new Map()
  #next = 1n
  /** Round trips as they ended: `now`, and `age` in milliseconds. */
  arrivals = []

  constructor (client, everyMillis) {
    this.#client = client
    client.on('ping_response', ({ id }) => this.#answered(BigInt(id), process.hrtime.bigint()))
    client.once('login', () => {
      this.#timer = setInterval(() => this.#send(), everyMillis)
    })
    client.once('end', () => clearInterval(this.#timer))
  }

  /** Pings without an answer so far. */
  get unanswered () {
    return this.#sent.size
  }

  #send () {
    if (this.#client.state !== 'play') return
    const id = this.#next++
    this.#sent.set(id, process.hrtime.bigint())
    this.#client.write('ping_request', { id })
  }

  #answered (id, now) {
    const sent = this.#sent.get(id)
    if (sent === undefined) return // It was not asked for.
    this.#sent.delete(id)
    this.arrivals.push({ now, age: Number(now - sent) / 1e6 })
  }
}
