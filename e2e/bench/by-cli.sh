#!/bin/bash
# What the app's main path comes to, as somebody does it in a terminal who knows what is to be done: a report
# with a bucket that AWS may deliver to, the role for Spot, and the registration. Each change is read back.
# Wants ENDPOINT (in place of AWS and Spot), TEMPLATE, SPOT_TOKEN, and the CLI's default profile.
#
# `--endpoint-url` with every call: AWS_ENDPOINT_URL is known from version 2.13 on, Debian 12 has 2.9.
set -euo pipefail

aws() { /usr/bin/aws --endpoint-url "$ENDPOINT" --region us-east-1 --output text --no-cli-pager "$@"; }
spot() {
  curl --silent --show-error --fail --header "Authorization: Bearer $SPOT_TOKEN" \
    --header 'Content-Type: application/json' "$@"
}

account=$(aws sts get-caller-identity --query Account)
payer=$(aws organizations describe-organization --query Organization.MasterAccountId)
[ "$account" = "$payer" ] || { echo "$account does not pay, $payer does." >&2; exit 1; }
aws cur describe-report-definitions --query 'ReportDefinitions[].ReportName' >&2

bucket="spot-eco-$account"
arn="arn:aws:s3:::$bucket"
source="\"StringEquals\": {
  \"aws:SourceAccount\": \"$account\",
  \"aws:SourceArn\": \"arn:aws:cur:us-east-1:$account:definition/*\"
}"
may="\"Effect\": \"Allow\", \"Principal\": {\"Service\": \"billingreports.amazonaws.com\"}, \"Condition\": {$source}"
aws s3api create-bucket --bucket "$bucket" >&2
aws s3api put-public-access-block --bucket "$bucket" --public-access-block-configuration \
  BlockPublicAcls=true,IgnorePublicAcls=true,BlockPublicPolicy=true,RestrictPublicBuckets=true
aws s3api put-bucket-policy --bucket "$bucket" --policy "{
  \"Version\": \"2012-10-17\",
  \"Statement\": [
    {$may, \"Action\": [\"s3:GetBucketAcl\", \"s3:GetBucketPolicy\"], \"Resource\": \"$arn\"},
    {$may, \"Action\": \"s3:PutObject\", \"Resource\": \"$arn/*\"}
  ]
}"
aws cur put-report-definition --report-definition "{
  \"ReportName\": \"spot-eco-hourly\",
  \"TimeUnit\": \"HOURLY\",
  \"Format\": \"Parquet\",
  \"Compression\": \"Parquet\",
  \"AdditionalSchemaElements\": [\"RESOURCES\", \"SPLIT_COST_ALLOCATION_DATA\"],
  \"S3Bucket\": \"$bucket\",
  \"S3Prefix\": \"cur\",
  \"S3Region\": \"us-east-1\",
  \"AdditionalArtifacts\": [\"ATHENA\"],
  \"RefreshClosedReports\": true,
  \"ReportVersioning\": \"OVERWRITE_REPORT\"
}"
aws cur describe-report-definitions --query 'ReportDefinitions[].[ReportName,S3Bucket]' >&2

aws cloudformation create-stack --stack-name spot-eco --template-body "file://$TEMPLATE" \
  --parameters "ParameterKey=CostAndUsageBucket,ParameterValue=$bucket" \
  --capabilities CAPABILITY_NAMED_IAM >&2
aws cloudformation wait stack-create-complete --stack-name spot-eco
aws cloudformation describe-stacks --stack-name spot-eco --query 'Stacks[0].Outputs' >&2
role=$(aws iam get-role --role-name SpotByNetApp_Finops_ReadOnly --query Role.Arn)

at_spot=$(spot "$ENDPOINT/setup/account" | sed -E 's/.*"items":\[\{"accountId":"([^"]+)".*/\1/')
spot "$ENDPOINT/setup/credentials/aws?accountId=$at_spot" --data "{\"credentials\": {\"iamRole\": \"$role\"}}" >&2
spot "$ENDPOINT/billingEngine/setup?accountId=$at_spot" --data "{\"billingEngine\": {
  \"cloudProvider\": \"aws\", \"billingAccountId\": \"$account\", \"bucketName\": \"$bucket\"
}}" >&2
