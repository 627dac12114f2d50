/** An error that the service answers with, by its own code. */
export class AwsError extends Error {
  /** Without a status the contract's (or the common errors') is used. */
  constructor(
    readonly code: string,
    message: string,
    readonly options: {
      status?: number
      headers?: Record<string, string>
      /** More elements of S3's error body, such as `BucketName`. */
      details?: Record<string, string>
    } = {},
  ) {
    super(message)
  }
}
