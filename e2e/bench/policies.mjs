// What is compared: how the server is started for each policy.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

const PAPER_CHUNKS_PER_SECOND = 75

/** @type {Record<string, {what: string, args: (bench: {bitsPerSecond: number, folder: string}) => string[]}>} */
export const POLICIES = {
  vanilla: {
    what: "Paper's default, 75 chunks a second",
    args: () => ['--plugin', 'off', '--chunk-rate', `${PAPER_CHUNKS_PER_SECOND}`]
  },
  limit10: {
    what: 'limited by hand to 10 chunks a second',
    args: () => ['--plugin', 'off', '--chunk-rate', '10']
  },
  sluice: {
    what: 'Sluice as it comes: budget: auto',
    args: () => ['--plugin', 'on', '--chunk-rate', `${PAPER_CHUNKS_PER_SECOND}`]
  },
  'sluice-fixed': {
    what: 'Sluice with the budget set to nine tenths of the rate',
    args: ({ bitsPerSecond, folder }) => {
      const config = join(folder, 'fixed.yml')
      writeFileSync(config, `budget: ${Math.max(1_000, Math.floor(bitsPerSecond / 8 * 0.9))}B/s\n`)
      return ['--plugin', 'on', '--chunk-rate', `${PAPER_CHUNKS_PER_SECOND}`, '--config', config]
    }
  }
}
