// Makes a client walk between way points around the place where it joined, twenty steps a second, and chat now and then.
import { Ground } from './ground.mjs'

const TICK_MILLIS = 50
/** Vanilla's walking speed, 4.317 blocks a second. */
const STEP_BLOCKS = 4.317 / 20
const ROAM_BLOCKS = 40
const LINES = [
  'anyone up for the mines?',
  'found a cave over here',
  'brb, creeper',
  'that hill would make a nice castle',
  'who took my boat?',
  'trees everywhere',
  'my map looks empty, does yours?',
  'heading back to spawn'
]

/** Walks `client` until it leaves. `next` is a generator of numbers in [0, 1). */
export function walk (client, next) {
  const ground = new Ground()
  let home
  let at
  let target
  let quietTicks = 100 + Math.floor(next() * 200)
  client.on('map_chunk', (chunk) => ground.chunk(chunk))
  client.on('unload_chunk', (chunk) => ground.unload(chunk))
  client.on('position', ({ x, y, z }) => {
    at = { x, y, z }
    home ??= { x, z }
    target = undefined
  })

  function step () {
    if (!at || client.state !== 'play') return
    client.write('tick_end', {})
    target ??= wayPoint(home, next)
    const [dx, dz] = [target.x - at.x, target.z - at.z]
    const left = Math.hypot(dx, dz)
    if (left < STEP_BLOCKS) {
      target = undefined
      return
    }
    const [x, z] = [at.x + (dx / left) * STEP_BLOCKS, at.z + (dz / left) * STEP_BLOCKS]
    const y = ground.at(x, z)
    if (y === undefined) return // Like a player, wait for the world ahead.
    at = { x, y, z }
    const yaw = (Math.atan2(-dx, dz) * 180) / Math.PI
    client.write('position_look', { ...at, yaw, pitch: 0, flags: { onGround: true, hasHorizontalCollision: false } })
    if (--quietTicks <= 0) {
      quietTicks = 160 + Math.floor(next() * 240)
      client.chat?.(LINES[Math.floor(next() * LINES.length)])
    }
  }

  const timer = setInterval(step, TICK_MILLIS)
  client.once('end', () => clearInterval(timer))
}

function wayPoint (home, next) {
  const angle = next() * 2 * Math.PI
  const distance = ROAM_BLOCKS * Math.sqrt(next())
  return { x: home.x + Math.cos(angle) * distance, z: home.z + Math.sin(angle) * distance }
}
