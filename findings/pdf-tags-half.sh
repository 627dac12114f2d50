#!/usr/bin/env bash
# qpdf, pdf-lib: two accessible PDFs become one that says it is accessible and is so by half.
#
# A tagged PDF has a tree that says what is a heading and what a paragraph; a screen reader reads by it.
# Pages are copied without their part of the tree. What becomes of that depends on what they go into: into
# an empty file, and the result says honestly that it is not tagged. Into the first of the two, and the
# result says "Tagged: yes" by that one's tree, in which no word of the second stands. Worse, the second's
# page keeps its number in that tree, where the first's page has the same: its text is the first's heading.
# Neither tool warns, and qpdf --check and the title, language and mark of the file are all right.
# Hurt: people who read by a screen reader, for whom the attachment is empty or read as something else;
# those who sign that a report is accessible after a look at pdfinfo.
# Instead: print one document from one source; after merging, take the words of pdfinfo -struct-text and
# of pdftotext and compare them.
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
changed() { echo "behaviour changed: $*"; exit 1; }
debs=(qpdf poppler-utils python3-pikepdf)
if ! dpkg-query -W "${debs[@]}" >/dev/null 2>&1; then
  { apt-get update && apt-get install -y "${debs[@]}"; } >apt.log 2>&1 || { cat apt.log; exit 1; }
fi
found=$(dpkg-query -W -f '${Package} ${Version}\n' "${debs[@]}")
echo "$found"
for pinned in 'poppler-utils 22.12.0-2' 'python3-pikepdf 6.0.0' 'qpdf 11.3.0-1'; do
  [[ $found == *"$pinned"* ]] || changed "not $pinned"
done
echo '{"private":true,"type":"module"}' >package.json
npm install --ignore-scripts --no-audit --no-fund --silent pdfkit@0.20.2 pdf-lib@1.17.1

cat >write.js <<'JS'
import { createWriteStream, readFileSync } from 'node:fs'
import { finished } from 'node:stream/promises'
import PDFDocument from 'pdfkit'

for (const name of ['pdfkit', 'pdf-lib'])
  console.log(name, JSON.parse(readFileSync(`node_modules/${name}/package.json`)).version)
for (const [title, kind] of [['Report', 'H1'], ['Attachment', 'P']]) {
  const pdf = new PDFDocument({ pdfVersion: '1.7', tagged: true, lang: 'en', displayTitle: true, info: { Title: title } })
  const file = pdf.pipe(createWriteStream(`${title}.pdf`))
  const tree = pdf.struct('Document')
  pdf.addStructure(tree)
  tree.add(pdf.struct(kind, () => pdf.text(`${title} of November`)))
  tree.end()
  pdf.end()
  await finished(file)
}
JS
cat >merge.js <<'JS'
import { readFileSync, writeFileSync } from 'node:fs'
import { PDFDocument } from 'pdf-lib'

const [report, attachment] = await Promise.all(['Report', 'Attachment'].map((name) => PDFDocument.load(readFileSync(`${name}.pdf`))))
const [page] = await report.copyPages(attachment, [0])
report.addPage(page)
writeFileSync('pdf-lib.pdf', await report.save())
JS
# For each page: what the tree says its first marked text is, and of which page that element is.
cat >tags.py <<'PY'
import sys
import pikepdf

with pikepdf.open(sys.argv[1]) as pdf:
    numbers = list(pdf.Root.StructTreeRoot.ParentTree.Nums)
    elements = dict(zip(map(int, numbers[::2]), numbers[1::2]))
    order = [page.obj.objgen for page in pdf.pages]
    for number, page in enumerate(pdf.pages, 1):
        element = elements[int(page.obj.StructParents)][0]
        print(f'page {number} is the {str(element.S)[1:]} of page {order.index(element.Pg.objgen) + 1};', end=' ')
print()
PY

node write.js
node merge.js
qpdf Report.pdf --pages . Attachment.pdf -- qpdf.pdf
qpdf --empty --pages Report.pdf Attachment.pdf -- empty.pdf
qpdf --check qpdf.pdf >/dev/null
tagged() { pdfinfo "$1" | awk '/^Tagged:/ { print $2 }'; }
read_out() { pdfinfo -struct-text "$1" | grep -o '".*"' | xargs; }
shown() { pdftotext "$1" - | tr -d '\f' | xargs; }

echo 'Expected of a merged file: tagged yes, and what is read out is what is shown.'
for file in Report Attachment empty qpdf pdf-lib; do
  echo "  $file.pdf: tagged $(tagged $file.pdf); shown: $(shown $file.pdf); read out: $(read_out $file.pdf || true)"
done
for file in qpdf pdf-lib; do
  tags=$(/usr/bin/python3 tags.py $file.pdf)
  echo "  $file.pdf: $tags"
  [ "$(tagged $file.pdf)" = yes ] || changed "$file no longer says that it is tagged"
  [ "$(shown $file.pdf)" = 'Report of November Attachment of November' ] || changed "$file shows something else"
  [ "$(read_out $file.pdf)" = 'Report of November' ] || changed "$file is read out otherwise"
  [ "$tags" = 'page 1 is the H1 of page 1; page 2 is the H1 of page 1; ' ] || changed "$file has other tags"
done
[ "$(tagged Attachment.pdf)" = yes ] && [ "$(read_out Attachment.pdf)" = 'Attachment of November' ] || changed 'the source'
[ "$(tagged empty.pdf)" = no ] || changed 'merged into an empty file'
echo 'Confirmed: the merged file says that it is tagged, and half of it is not.'
