/*
 * What squid asks about people, between it and whoever knows: a list of one person (Basic), or Samba's
 * `ntlm_auth`. It writes down every attempt, and locks the account after three wrong ones in a row, as
 * directories do. Squid runs it as somebody else, so it stands alone and needs nothing but Node.
 *
 * Arguments: `basic LOG USER PASSWORD` or `ntlm LOG DOMAIN USER PASSWORD`.
 */
const { spawn } = require('node:child_process')
const { appendFileSync } = require('node:fs')
const { createInterface } = require('node:readline')

const LOCKS_AFTER = 3
const [way, log, ...account] = process.argv.slice(2)
let wrong = 0

const tell = (line) => process.stdout.write(`${line}\n`)

/** Whether the attempt counts as right; one at a locked account never does. */
function judged(isRight, name) {
  const locked = wrong >= LOCKS_AFTER
  if (!locked) wrong = isRight ? 0 : wrong + 1
  appendFileSync(log, `${locked ? 'LOCKED' : isRight ? 'RIGHT' : 'WRONG'} ${name}\n`)
  return isRight && !locked
}

function basic([user, password]) {
  createInterface({ input: process.stdin }).on('line', (line) => {
    const [name, given = ''] = line.split(' ').map(decodeURIComponent)
    tell(judged(name === user && given === password, name) ? 'OK' : 'ERR')
  })
}

/** Domain and user of a proof (`AUTHENTICATE_MESSAGE`, MS-NLMP 2.2.1.3), as the client has put them. */
function namesIn(proof) {
  const bytes = Buffer.from(proof, 'base64')
  const field = (at) => {
    const from = bytes.readUInt32LE(at + 4)
    return bytes.toString('utf16le', from, from + bytes.readUInt16LE(at))
  }
  return `${field(28)} | ${field(36)}`
}

/** Lines go through, one answer to each; the answers to a person's proof are counted. */
function ntlm([domain, user, password]) {
  const who = [`--domain=${domain}`, `--username=${user}`, `--password=${password}`]
  const knower = spawn('ntlm_auth', ['--helper-protocol=squid-2.5-ntlmssp', ...who], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  let proof = ''
  createInterface({ input: process.stdin }).on('line', (line) => {
    proof = line.startsWith('KK ') ? line.slice(3) : ''
    knower.stdin.write(`${line}\n`)
  })
  createInterface({ input: knower.stdout }).on('line', (answer) => {
    const [verdict] = answer.split(' ')
    if (proof === '' || verdict === 'TT') return tell(answer)
    return tell(judged(verdict === 'AF', namesIn(proof)) ? answer : 'NA refused')
  })
  process.stdin.on('end', () => knower.kill())
}

if (way === 'basic') basic(account)
else ntlm(account)
