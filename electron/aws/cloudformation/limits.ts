/** Bytes of a template sent in the request. Source: CloudFormation User Guide, "Quotas". */
export const MAX_TEMPLATE_BYTES = 51_200

/** Milliseconds between two looks at a stack that AWS is at work on. */
export const STACK_POLL_MS = 3000
