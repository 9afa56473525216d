extension Platform {
    /// Every platform, in the order in which they are tried: those with the surest evidence first.
    static let all: [Platform] = [
        .stackExchange,
        .discourse,
        .xenForo,
        .invision,
        .vBulletin,
        .phpBB,
        .myBB,
        .simpleMachines,
        .fluxBB,
        .vanilla,
        .flarum,
        .hackerNews,
        .lobsters,
        .reddit,
        .slashdot,
        .metaFilter,
        .typePad,
        .movableType,
        .blogger,
        .wordPress,
    ]
}
