internal import Markup
internal import ThreadModel

/// Tells the day of a post's last change from the day of its publication: many templates print the one where others print the other.
struct Modification {
    let dates: DateReader

    /// How far above a date the text may stand that says what it is, in nodes.
    private static let reach = 8
    /// What is longer, between a separator and the date, is a sentence.
    private static let longest = 60

    /// Whether the date of an element is that of a change: a property says so, or the words before it in its line.
    func isOne(_ node: Node) -> Bool {
        if isCalledChange(node) { return true }
        let line = node.line
        let found = dates.find(in: line)
        let before = found.map { line[..<$0.range.lowerBound] } ?? ""
        if before.contains(where: \.isLetter) { return Self.announces(before) }
        return textAbove(node).map { Self.announces($0.line[...]) } ?? false
    }

    /// Whether a property of an element, or of one in it, calls the date that of a change, and none calls it that of the publication.
    private func isCalledChange(_ node: Node) -> Bool {
        var isChange = false
        for index in node.document.elements(with: .itemprop, in: node.range) {
            guard let element = node.document.node(Int(index)) else { continue }
            if element.attribute(.itemprop, contains: "datePublished") { return false }
            if element.attribute(.itemprop, contains: "dateModified") { isChange = true }
        }
        return isChange
    }

    /// The text right before an element in its line: "Updated <time>". A heading, a link or a paragraph above it is about something else.
    private func textAbove(_ node: Node) -> Node? {
        let page = node.document
        let line = [node.parent, node.parent?.parent].compactMap { $0 }.filter { $0.visibleLength <= Self.longestLine }
        for index in (max(0, node.index - Self.reach)..<node.index).reversed() where page.tag(of: index) == .text {
            guard let text = page.node(index), text.hasWords else { continue }
            guard text.visibleLength <= Self.longestLabel, let parent = text.parent, parent.tag != .a, !parent.tag.isHeading,
                line.contains(parent) || parent.parent.map(line.contains) == true && !Self.blocks.contains(parent.tag)
            else { return nil }
            return text
        }
        return nil
    }

    private static let longestLine = 200
    private static let longestLabel = 40
    private static let blocks: TagSet = [.p, .div, .li, .ul, .td, .section, .header, .footer]

    /// Whether words in front of a date say that something was changed then: "By Ann Lee · Last updated on". Only what stands behind the last
    /// separator counts.
    static func announces(_ before: Substring) -> Bool {
        guard let last = before.split(whereSeparator: { $0.isOne(of: ",;|/·•–—\n") }).last(where: { $0.contains(where: \.isLetter) }),
            last.utf8.count <= longest
        else { return false }
        let key = SiteName.key(last)
        return key.split(separator: " ").contains { words.contains($0) } || ["mis à jour", "mise à jour"].contains { key.contains($0) }
    }

    private static let words: Set<Substring> = [
        "updated", "update", "modified", "edited", "revised", "aktualisiert", "aktualisierung", "geändert", "änderung", "überarbeitet",
        "actualisé", "actualisée", "modifié", "modifiée", "actualizado", "actualizada", "actualización", "modificado", "modificada",
        "modificación", "aggiornato", "aggiornata", "aggiornamento", "modificato", "modifica", "atualizado", "atualizada", "atualização",
        "bijgewerkt", "gewijzigd", "uppdaterad", "uppdaterat", "ändrad", "opdateret", "oppdatert", "päivitetty", "muokattu",
        "zaktualizowano", "aktualizacja", "aktualizováno", "aktualizace", "frissítve", "módosítva", "actualizat", "обновлено", "обновлён",
        "обновлен", "изменено", "güncelleme", "güncellenme", "güncellendi", "更新", "更新日", "最終更新", "更新日時", "更新于", "更新時間",
        "更新时间", "最后更新",
    ]
}
