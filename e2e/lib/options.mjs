// Command lines of the clients: every option has a value, and what is wrong is said in one line.
import { parseArgs } from 'node:util'

/**
 * @param {Record<string, {default?: string, multiple?: boolean, boolean?: boolean, number?: boolean,
 *   among?: string[]}>} known
 * @returns the values by name; numbers are numbers. Exits with status 2 when the command line is not understood.
 */
export function options (known, argv = process.argv.slice(2)) {
  const declared = {}
  for (const [name, { multiple = false, boolean = false }] of Object.entries(known)) {
    declared[name] = { type: boolean ? 'boolean' : 'string', multiple }
  }
  let given
  try {
    given = parseArgs({ args: argv, options: declared, strict: true, allowPositionals: false }).values
  } catch (error) {
    return refuse(error.message.split('\n')[0])
  }
  const values = {}
  for (const [name, { default: otherwise, number = false, multiple = false, among }] of Object.entries(known)) {
    const value = given[name] ?? otherwise
    if (number && value !== undefined && !(Number(value) >= 0)) {
      return refuse(`--${name} needs a number of at least 0, not '${value}'`)
    }
    if (among && !among.includes(value)) {
      return refuse(`--${name} needs one of ${among.join(', ')}, not '${value}'`)
    }
    values[name] = number && value !== undefined ? Number(value) : multiple ? (value ?? []) : value
  }
  return values
}

function refuse (message) {
  console.error(message)
  process.exit(2)
}
