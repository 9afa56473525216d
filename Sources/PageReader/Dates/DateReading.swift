internal import ThreadModel

/// What a date line says, for measurements inside the package: `scripts/bench-dates` reads dates in all languages with it.
package struct DateReading {
    private let reader: DateReader

    package init(language: String) {
        reader = DateReader(language: language)
    }

    /// The local date, with its time where one is printed; `nil` where no date is found.
    package func local(in text: String) -> String? {
        reader.find(in: text)?.date.local
    }
}
