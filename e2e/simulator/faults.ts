import type { DenialKind } from './access/denial.ts'

/** Which calls a fault meets. Without `count` it stays until it is lifted. */
type FaultTarget = {
  /** `s3`, `cur`, `spot` …; `*` or nothing for all. */
  service?: string
  /** `PutReportDefinition` …; `*` or nothing for all. */
  operation?: string
  /** How many matching calls it lets pass before it meets one. */
  after?: number
  /** How many matching calls it meets before it is spent. */
  count?: number
}

export type CallFault = FaultTarget &
  (
    | { kind: 'latency'; ms: number }
    | { kind: 'throttling' }
    | { kind: 'status'; status: 500 | 503 }
    /** Never answers; the socket stays open until the simulator stops. */
    | { kind: 'hang' }
    /** The socket is destroyed before anything is answered. */
    | { kind: 'reset' }
    /** Half of the promised body, then the connection ends. */
    | { kind: 'truncated' }
    /** A captive portal's page, with status 200. */
    | { kind: 'html' }
    | { kind: 'expiredCredentials' }
    | { kind: 'accessDenied'; denial: DenialKind }
    /** The server's clock differs from the caller's by so many minutes. */
    | { kind: 'clockSkew'; minutes: number }
    /** An error whose message repeats what was sent: every header and the body. */
    | { kind: 'echo'; code: string; status: number }
    /** Any other error of the service, by its own code, with what S3 puts into headers. */
    | {
        kind: 'error'
        code: string
        message: string
        status: number
        headers?: Record<string, string>
        /** More members of the error's body, such as `reason`. */
        details?: Record<string, string>
      }
  )

type ValidationFault = {
  name: 'NAME_CONFLICT_VALIDATION' | 'PROPERTY_VALIDATION'
  reason: string
}

type EventFault =
  /** The resource with this logical id fails to be created, with this reason. */
  | { kind: 'stackFailure'; logicalId: string; reason: string; count?: number }
  /** CloudFormation finds this wrong with the resource before it makes anything. */
  | {
      kind: 'validationFailure'
      logicalId: string
      name: ValidationFault['name']
      reason: string
      count?: number
    }
  /** A report's delivery ends with this status. */
  | { kind: 'deliveryFailure'; status: 'ERROR_PERMISSIONS' | 'ERROR_NO_BUCKET'; count?: number }

export type Fault = CallFault | EventFault

type Armed = { fault: Fault; passing: number; left: number }

/** The faults in force, in the order in which they were injected. */
export type Faults = {
  /** Adds a fault; the function it returns lifts it. */
  inject(fault: Fault): () => void
  /** Faults that meet this call; each use is counted. */
  forCall(service: string, operation: string): CallFault[]
  /** The denial that meets an IAM action which CloudFormation carries out for the caller. */
  forAction(action: string): DenialKind | undefined
  /** The reason why this resource fails, if it is to fail. */
  forResource(logicalId: string): string | undefined
  /** What validation finds wrong with this resource, if it is told to. */
  forValidation(logicalId: string): ValidationFault | undefined
  /** The status with which a delivery fails, if it is to fail. */
  forDelivery(): 'ERROR_PERMISSIONS' | 'ERROR_NO_BUCKET' | undefined
}

const meets = (wanted: string | undefined, actual: string): boolean =>
  wanted === undefined || wanted === '*' || wanted === actual

const isEventFault = (fault: Fault): fault is EventFault =>
  ['stackFailure', 'validationFailure', 'deliveryFailure'].includes(fault.kind)

export const createFaults = (): Faults => {
  let armed: Armed[] = []

  const use = (entry: Armed): void => {
    entry.left -= 1
    armed = armed.filter((other) => other.left > 0)
  }

  return {
    inject(fault) {
      const passing = 'after' in fault ? (fault.after ?? 0) : 0
      const entry = { fault, passing, left: fault.count ?? Infinity }
      armed.push(entry)
      return () => {
        armed = armed.filter((other) => other !== entry)
      }
    },
    forCall(service, operation) {
      const met: CallFault[] = []
      for (const entry of armed) {
        const { fault } = entry
        if (isEventFault(fault)) continue
        if (!meets(fault.service, service) || !meets(fault.operation, operation)) continue
        if (entry.passing > 0) {
          entry.passing -= 1
          continue
        }
        met.push(fault)
        use(entry)
      }
      return met
    },
    forAction(action) {
      const [service = '', operation = ''] = action.split(':')
      for (const entry of armed) {
        const { fault } = entry
        // A fault for every operation is about calls, not about what CloudFormation does for them.
        if (fault.kind !== 'accessDenied' || fault.service !== service) continue
        if (!meets(fault.operation, operation)) continue
        use(entry)
        return fault.denial
      }
      return undefined
    },
    forResource(logicalId) {
      for (const entry of armed) {
        const { fault } = entry
        if (fault.kind !== 'stackFailure' || fault.logicalId !== logicalId) continue
        use(entry)
        return fault.reason
      }
      return undefined
    },
    forValidation(logicalId) {
      for (const entry of armed) {
        const { fault } = entry
        if (fault.kind !== 'validationFailure' || fault.logicalId !== logicalId) continue
        use(entry)
        return { name: fault.name, reason: fault.reason }
      }
      return undefined
    },
    forDelivery() {
      for (const entry of armed) {
        const { fault } = entry
        if (fault.kind !== 'deliveryFailure') continue
        use(entry)
        return fault.status
      }
      return undefined
    },
  }
}
