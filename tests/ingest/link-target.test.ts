import { expect, test } from 'vitest'
import { arxivDate, linkTarget, parseAddress, readArxivId } from '../../src/ingest/link-target.ts'

test.each([
  ['abstract', 'https://arxiv.org/abs/1603.05027', { kind: 'ABSTRACT', arxivId: '1603.05027' }],
  ['pdf', 'https://arxiv.org/pdf/1603.05027v2', { kind: 'PDF', arxivId: '1603.05027' }],
  ['paper', 'https://arxiv.org/pdf/1603.05027.pdf', { kind: 'PDF', arxivId: '1603.05027' }],
  ['here', 'https://arxiv.org/abs/hep-th/9901001', { kind: 'ABSTRACT', arxivId: 'hep-th/9901001' }],
  ['code', 'https://github.com/facebookresearch/ResNeXt', { kind: 'CODE', owner: 'facebookresearch', repository: 'ResNeXt' }],
  ['code', 'https://github.com/pytorch/vision/blob/5a31/m.py#L7', { kind: 'CODE', owner: 'pytorch', repository: 'vision' }],
  ['alphaxiv', 'https://www.alphaxiv.org/overview/2510.14545v1', { kind: 'ABSTRACT', arxivId: '2510.14545' }],
  ['Paper', 'https://www.arxiv-vanity.com/papers/1805.08318/', { kind: 'ABSTRACT', arxivId: '1805.08318' }],
  ['doi', 'https://doi.org/10.1109/CVPR.2016.90', { kind: 'ABSTRACT', doi: '10.1109/CVPR.2016.90' }],
  ['paper', 'https://doi.org/10.48550/arXiv.1803.00942', { kind: 'ABSTRACT', arxivId: '1803.00942', doi: null }],
  ['paper', 'https://dl.acm.org/doi/pdf/10.1145/3340531.3412092', { kind: 'PDF', doi: '10.1145/3340531.3412092' }],
  ['paper', 'https://dl.acm.org/doi/10.5555/3326943.3326990', { kind: 'ABSTRACT', doi: null }],
  ['paper', 'https://onlinelibrary.wiley.com/doi/full/10.1111/tgis.12694', { doi: '10.1111/tgis.12694' }],
  ['paper', 'https://link.springer.com/content/pdf/10.1007/978-3-030-1_2.pdf', { kind: 'PDF', doi: '10.1007/978-3-030-1_2' }],
  ['paper', 'https://www.biorxiv.org/content/10.1101/2020.01.02.123456v1.full', { doi: '10.1101/2020.01.02.123456' }],
  ['demo', 'https://www.youtube.com/watch?v=x', { kind: 'VIDEO', host: 'www.youtube.com' }],
  ['blog', 'https://example.org/post', { kind: 'OTHER', host: 'example.org' }],
])('[%s](%s)', (label, url, expected) => {
  expect(linkTarget(label, new URL(url))).toMatchObject(expected)
})

test.each([
  'javascript:alert(1)',
  ' java script:alert(1)',
  '\u0001javascript:alert(1)',
  'java&Tab;script:alert(1)',
  'file:///etc/passwd',
  '//evil.example',
  'data:text/html,x',
  'https://me:pw@host/',
])('the address %j is refused', (address) => expect(parseAddress(address)).toHaveProperty('refused'))

test('an arXiv id says year and month', () => {
  expect([arxivDate('1603.05027'), arxivDate('hep-th/9901001'), arxivDate('9913.00001'), arxivDate(null)]).toEqual([
    { year: 2016, month: 3 },
    { year: 1999, month: 1 },
    null,
    null,
  ])
  expect(readArxivId('arXiv:1801.04381v4')).toBe('1801.04381')
})
