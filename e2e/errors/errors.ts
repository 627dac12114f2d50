/**
 * `npm run errors`: every error that an operation of the app can be answered with, and what the
 * person then reads. Exits 1 when one has no words of its own, or when an operation is left out.
 */
import { report } from './report.ts'

// The SDK's notice about future versions of Node is not what this command is asked for.
process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] = 'true'

report(process.stdout).then(
  (complete) => {
    process.exitCode = complete ? 0 : 1
  },
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exitCode = 1
  },
)
