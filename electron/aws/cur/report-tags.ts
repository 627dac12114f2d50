import { DescribeReportDefinitionsCommand } from '@aws-sdk/client-cost-and-usage-report-service'
import type { CostAndUsageReportServiceClient } from '@aws-sdk/client-cost-and-usage-report-service'
import { z } from 'zod'
import { carrying } from '../client/carried.ts'
import type { Tag } from '../client/own-tags.ts'
import { parseReply, withSignal } from '../client/reply.ts'

const OPERATION = 'ListTagsForResource'
const tagsSchema = z.object({
  Tags: z.array(z.object({ Key: z.string(), Value: z.string() })).default([]),
})

/**
 * `ListTagsForResource` is newer than the client. All operations of this service have one shape, a
 * JSON body and their name in a header, and its replies are passed through as they are: so the
 * command for another one that only reads carries it.
 * Source: the service's Smithy model, 2017-01-06.
 */
function listTagsCommand(reportName: string): DescribeReportDefinitionsCommand {
  const command = new DescribeReportDefinitionsCommand({})
  carrying(command.middlewareStack, OPERATION, (request) => {
    request.headers['x-amz-target'] = `AWSOrigamiServiceGatewayService.${OPERATION}`
    request.body = JSON.stringify({ ReportName: reportName })
  })
  return command
}

/** The tags of a report. */
export async function reportTags(
  client: CostAndUsageReportServiceClient,
  reportName: string,
  signal?: AbortSignal,
): Promise<Tag[]> {
  const reply: unknown = await client.send(listTagsCommand(reportName), withSignal(signal))
  return parseReply(tagsSchema, reply, 'cur', OPERATION).Tags
}
