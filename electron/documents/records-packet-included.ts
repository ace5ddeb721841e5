import { RecordsPacket } from '../../shared/documents/records-packet.ts'
import type { FrozenPaper } from './repository.ts'

/** A records packet with the papers it names, as they were frozen: what its drawing needs beyond its own words. Throws where one is gone from the records. */
export function withIncluded(packet: FrozenPaper, find: (id: string) => FrozenPaper | undefined): FrozenPaper {
  const content = RecordsPacket.parse(packet.paper)
  const included = content.papers.map(({ documentId }) => {
    const paper = find(documentId)
    if (!paper) throw new Error('A paper of the packet is gone from the records.')
    return paper
  })
  return { ...packet, paper: { packet: content, included } }
}
