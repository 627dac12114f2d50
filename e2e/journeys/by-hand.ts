import type { Page } from 'playwright'
import { fill, press, reaches } from './window.ts'

/** The six steps by hand, as far as the last one. */
export async function tellAll(
  window: Page,
  told: { readonly accountId: string; readonly bucket: string; readonly roleArn: string },
): Promise<void> {
  await press(window, 'sign-in', 'by-hand')
  await reaches(window, 'sign-in', 'todo')
  await fill(window, 'sign-in', 'AWS account ID', told.accountId)
  await press(window, 'sign-in', 'by-hand-account')
  await reaches(window, 'sign-in', 'pending')
  await reaches(window, 'cost-report', 'todo')
  await fill(window, 'cost-report', 'S3 bucket of the report', told.bucket)
  await fill(window, 'cost-report', 'S3 path prefix', 'cur')
  await press(window, 'cost-report', 'use-bucket')
  await reaches(window, 'bucket', 'pending')
  await reaches(window, 'stack', 'todo')
  await fill(window, 'stack', 'Role ARN', told.roleArn)
  await press(window, 'stack', 'use-role')
  await reaches(window, 'stack', 'pending')
}
