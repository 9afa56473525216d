"""Writes dates in every locale of CLDR with Babel, has them read, and counts what was read right. See scripts/bench-dates."""

import argparse
import datetime
import random
import subprocess
import time
import warnings

from babel import Locale, dates, localedata

STYLES = ("long", "medium", "short")
COLUMNS = "{:>12} {:>8} {:>8} {:>12}"


def written(locale, day, style, with_time):
    """The text and what it says: the short style of the time has no seconds."""
    text = dates.format_date(day, style, locale=locale)
    if not with_time:
        return text, day.strftime("%Y-%m-%d")
    clock = dates.format_time(day, "short", locale=locale)
    joined = dates.get_datetime_format(style, locale=locale).replace("'", "").format(clock, text)
    return joined, day.strftime("%Y-%m-%dT%H:%M")


def texts(days):
    """Lines of a language tag, a text and the date that it says, in all locales."""
    for name in localedata.locale_identifiers():
        if name == "root":
            continue
        locale = Locale.parse(name)
        for day in days:
            for style in STYLES:
                for with_time in (False, True):
                    text, expected = written(locale, day, style, with_time)
                    yield name.replace("_", "-"), " ".join(text.split()), expected, style


def ours(program, cases):
    lines = "".join(f"{tag}\t{text}\n" for tag, text, _, _ in cases)
    read = subprocess.run([program], input=lines, capture_output=True, text=True, check=True).stdout.split("\n")
    nanoseconds = subprocess.run([program, "5"], input=lines, capture_output=True, text=True, check=True).stdout.split()[0]
    return read[: len(cases)], 1e9 / max(1, int(nanoseconds))


def theirs(cases):
    import dateparser

    warnings.simplefilter("ignore")
    read = []
    begin = time.process_time()
    for tag, text, expected, _ in cases:
        language = tag.split("-")[0]
        try:
            parsed = dateparser.parse(text, languages=[language], settings={"RETURN_AS_TIMEZONE_AWARE": False})
        except (ValueError, TypeError, AttributeError, OverflowError, KeyError):
            # A language that it has not: let it guess.
            try:
                parsed = dateparser.parse(text)
            except Exception:
                parsed = None
        form = "%Y-%m-%dT%H:%M" if "T" in expected else "%Y-%m-%d"
        read.append(parsed.strftime(form) if parsed else "")
    return read, len(cases) / (time.process_time() - begin)


def report(name, cases, read, speed):
    for style in (*STYLES, "all"):
        chosen = [(case, got) for case, got in zip(cases, read) if style in (case[3], "all")]
        right = sum(case[2] == got for case, got in chosen)
        print(COLUMNS.format(name, style, f"{right / max(1, len(chosen)):.2%}", f"{speed:,.0f}" if style == "all" else ""))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("--days", type=int, default=5)
    parser.add_argument("--dateparser", type=int, default=3000)
    parser.add_argument("--misses", type=int, default=0)
    options = parser.parse_args()

    generator = random.Random(2011)
    first = datetime.datetime(2003, 1, 1)
    days = [first + datetime.timedelta(minutes=generator.randrange(20 * 365 * 24 * 60)) for _ in range(options.days)]
    cases = list(texts(days))
    print(f"{len(cases):,} texts in {len({case[0] for case in cases}):,} locales")
    print(COLUMNS.format("reader", "style", "right", "dates/s"))
    read, speed = ours(options.program, cases)
    report("ours, all", cases, read, speed)
    if options.dateparser:
        indexes = sorted(generator.sample(range(len(cases)), min(options.dateparser, len(cases))))
        sample = [cases[index] for index in indexes]
        report("ours", sample, [read[index] for index in indexes], speed)
        parsed, their_speed = theirs(sample)
        report("dateparser", sample, parsed, their_speed)
        print(f"{speed / their_speed:,.0f} times as fast")
        better = [(case, read[index]) for case, index, got in zip(sample, indexes, parsed) if got == case[2] != read[index]]
        print(f"{len(better)} that only dateparser read right")
        for (tag, text, expected, _), got in better[: options.misses]:
            print(f"  {tag}\t{text}\t{expected}\t{got}")
    misses = [(case, got) for case, got in zip(cases, read) if case[2] != got]
    for (tag, text, expected, _), got in generator.sample(misses, min(options.misses, len(misses))):
        print(f"{tag}\t{text}\t{expected}\t{got}")


main()
