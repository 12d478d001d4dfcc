// How a client answers the server's pings: as vanilla does, or as one does that wants to fool the server.
import { random } from './random.mjs'

/** Ids of Sluice's own pings: this in the highest byte, and anything in the other three. */
const SLUICE = 0x51
const OTHER_BYTES = 24

const FORGED_SEED = 1
const FORGED_EACH_TIME = 20
const REPEATS = 10

/** By name: what is done with `client` for that. */
export const PONGS = {
  /** Each ping at once. */
  answered (client) {
    client.on('ping', ({ id }) => client.write('pong', { id }))
  },

  /** None at all. */
  withheld () {},

  /** Each ping ten times, among answers to pings of Sluice that were never sent; those come with every chunk, too. */
  forged (client) {
    const next = random(FORGED_SEED)
    const forge = () => {
      for (let i = 0; i < FORGED_EACH_TIME; i++) {
        client.write('pong', { id: (SLUICE << OTHER_BYTES) | Math.floor(next() * 2 ** OTHER_BYTES) })
      }
    }
    client.on('map_chunk', forge)
    client.on('ping', ({ id }) => {
      forge()
      for (let i = 0; i < REPEATS; i++) client.write('pong', { id })
    })
  }
}
