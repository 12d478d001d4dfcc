// What is compared: how the server is started for each policy.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

const PAPER_CHUNKS_PER_SECOND = '75'
const SLUICE = ['--plugin', 'on', '--chunk-rate', PAPER_CHUNKS_PER_SECOND]
/** A rate on the line includes the headers of TCP, IP and Ethernet, a budget does not; and a line that is never full has no queue. */
const FIXED_PART = 0.9
const UNSHAPED_BITS_PER_SECOND = 1e9

/** @type {Record<string, {what: string, args: (run: {bitsPerSecond: number, folder: string}) => string[]}>} */
export const POLICIES = {
  vanilla: {
    what: "Paper's default, 75 chunks a second",
    args: () => ['--plugin', 'off', '--chunk-rate', PAPER_CHUNKS_PER_SECOND]
  },
  limit10: {
    what: 'limited by hand to 10 chunks a second',
    args: () => ['--plugin', 'off', '--chunk-rate', '10']
  },
  sluice: {
    what: 'Sluice as it comes',
    args: () => SLUICE
  },
  'sluice-fixed': {
    what: 'Sluice with budget set to nine tenths of the rate',
    args: ({ bitsPerSecond, folder }) => {
      const config = join(folder, 'fixed.yml')
      const budget = (bitsPerSecond || UNSHAPED_BITS_PER_SECOND) / 8 * FIXED_PART
      writeFileSync(config, `budget: ${Math.floor(budget)}B/s\n`)
      return [...SLUICE, '--config', config]
    }
  }
}
