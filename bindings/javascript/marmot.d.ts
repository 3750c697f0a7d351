// SPDX-License-Identifier: LGPL-2.1-or-later
//
// What marmot.js itself adds. The types of the library are introspected, and
// ts-for-gir makes their declarations from Marmot-1.gir; here they have what this
// module puts on them.

/** A short name such as "wilson", or a member of Marmot.Method. */
export type Method = string | number;

/** Numbers become doubles, BigInts integers; null and undefined are null. */
export type ColumnLike =
    | Column
    | ReadonlyArray<number | null | undefined>
    | ReadonlyArray<bigint | null | undefined>
    | ReadonlyArray<string | null | undefined>
    | ReadonlyArray<boolean | null | undefined>
    | ReadonlyArray<Date | null | undefined>
    | Float64Array | Float32Array
    | Int8Array | Uint8Array | Uint8ClampedArray | Int16Array | Uint16Array | Int32Array | Uint32Array
    | BigInt64Array | BigUint64Array;

export interface IntervalOptions {
    /** A level or several, as proportions; 0.95 if left out. */
    confidence?: number | Iterable<number>;
    /** Such as 100 for a percentage; the customary one if left out. */
    multiplier?: number;
    /** The customary one if left out. */
    method?: Method;
}

/** A typed column of values, any of which may be null. It never changes. */
export interface Column extends Iterable<Cell> {
    readonly length: number;
    readonly nNulls: number;
    readonly columnType: number;
    /** One value; negative rows count from the end, and undefined is outside. */
    at(row: number): Cell | undefined;
    /**
     * A copy. Doubles are a Float64Array in which null is NaN; integers a
     * Float64Array, or a BigInt64Array where one needs more than 53 bits;
     * otherwise, and for integers with nulls, an array with null for null.
     */
    toArray(): Float64Array | BigInt64Array | Cell[];
    slice(first: number, nRows: number): Column;
    equals(other: unknown): boolean;
    toString(): string;
}

export type Cell = number | bigint | string | boolean | Date | null;

/** One statistic with its interval. */
export interface Estimate {
    /** NaN where the status is not OK. */
    readonly value: number;
    readonly lower: number;
    readonly upper: number;
    /** The first confidence level. */
    readonly confidence: number;
    readonly levels: number[];
    readonly method: number;
    readonly status: number;
    /** The lower and the upper limit at one of the levels. */
    interval(confidence: number): [number, number];
    equals(other: unknown): boolean;
    toString(): string;
}

/** Many estimates in columns. */
export interface Estimates extends Iterable<Estimate> {
    readonly length: number;
    readonly value: Column;
    readonly lower: Column;
    readonly upper: Column;
    readonly status: Column;
    readonly levels: number[];
    readonly method: number;
    interval(confidence: number): [Column, Column];
    at(row: number): Estimate | undefined;
    /** value, lower and upper (lower_99.8 where there are several levels), status. */
    columns(): Record<string, Column>;
    equals(other: unknown): boolean;
    toString(): string;
}

/** The group of every row. */
export interface Groups {
    readonly nRows: number;
    readonly nGroups: number;
    /** A row a group, or null if the groups were made from codes. */
    readonly keys: Table | null;
}

/** Named columns. */
export interface Table extends Iterable<Record<string, Cell>> {
    readonly length: number;
    readonly names: string[];
    column(name: string): Column | null;
    columns(): Record<string, Column>;
    at(row: number): Record<string, Cell> | undefined;
    equals(other: unknown): boolean;
    toString(): string;
}

/** A column, several of them (by name, or in an array), or a table. */
export type Keys = ColumnLike | ReadonlyArray<ColumnLike> | Record<string, ColumnLike> | Table;

/** What the library throws, with its code in Marmot.Error. */
export class MarmotError extends Error {
    readonly code: number;
    /** The code as a short name, such as "parse". */
    readonly nick: string;
    matches(domain: unknown, code: number): boolean;
}

/** A column of an array or a typed array. */
export function column(values: ColumnLike): Column;

/** A proportion with its interval (Wilson's score method). */
export function proportion(numerator: number, denominator: number, options?: IntervalOptions): Estimate;
export function proportion(
    numerator: ColumnLike | number,
    denominator: ColumnLike | number,
    options?: IntervalOptions & {groups?: Groups | null},
): Estimates;
export function proportion(
    numerator: ColumnLike | number,
    denominator: ColumnLike | number,
    options: IntervalOptions & {groups: Keys},
): Table;

/**
 * A rate of events with its interval (exact Poisson limits under ten events,
 * Byar's from ten), per 100,000 unless multiplier says otherwise.
 */
export function rate(count: number, denominator: number, options?: IntervalOptions): Estimate;
export function rate(
    count: ColumnLike | number,
    denominator: ColumnLike | number,
    options?: IntervalOptions & {groups?: Groups | null},
): Estimates;
export function rate(
    count: ColumnLike | number,
    denominator: ColumnLike | number,
    options: IntervalOptions & {groups: Keys},
): Table;

/** What sets two groups apart, or one and a standard. */
export interface Contrast {
    readonly estimate: Estimate;
    /** NaN where the status is not OK. */
    readonly value: number;
    readonly lower: number;
    readonly upper: number;
    readonly status: number;
    readonly method: number;
    readonly test: number;
    /** NaN for exact tests. */
    readonly statistic: number;
    /** NaN where the statistic is no t. */
    readonly df: number;
    readonly pValue: number;
    toString(): string;
}

export interface ContrastOptions extends IntervalOptions {
    /** The test that goes with the method if left out. */
    test?: Method;
}

type Input = ColumnLike | number;
type OfTwo = {
    (first: number, of: number, second: number, ofSecond: number, options?: ContrastOptions): Contrast;
    (
        first: Input, of: Input, second: Input, ofSecond: Input,
        options?: ContrastOptions & {groups?: Groups | Keys | null},
    ): Table;
};

/** Two groups, each a count and its denominator. */
export const proportionDifference: OfTwo;
export const proportionRatio: OfTwo;
export const oddsRatio: OfTwo;
export const rateDifference: OfTwo;
export const rateRatio: OfTwo;

type OfTwoMeans = {
    (
        n1: number, mean1: number, sd1: number, n2: number, mean2: number, sd2: number,
        options?: ContrastOptions,
    ): Contrast;
    (
        n1: Input, mean1: Input, sd1: Input, n2: Input, mean2: Input, sd2: Input,
        options?: ContrastOptions & {groups?: Groups | Keys | null},
    ): Table;
};
type AgainstStandard = {
    (count: number, denominator: number, standard: number, options?: ContrastOptions): Contrast;
    (count: Input, denominator: Input, standard: Input, options?: ContrastOptions & {groups?: any}): Table;
};

/** Two groups, each with n, mean and standard deviation. */
export const meanDifference: OfTwoMeans;
export const meanRatio: OfTwoMeans;

/** One group, and a standard in the same unit. */
export const proportionAgainst: AgainstStandard;
export const rateAgainst: AgainstStandard;

/** A mean with Student's interval, from n, the mean and the standard deviation. */
export function mean(n: number, mean: number, sd: number, options?: IntervalOptions): Estimate;
export function mean(
    n: Input, mean: Input, sd: Input, options?: IntervalOptions & {groups?: Groups | null},
): Estimates;
export function mean(n: Input, mean: Input, sd: Input, options: IntervalOptions & {groups: Keys}): Table;

/** n, missing, sum, sd, value and limits of a column of values, or of its groups. */
export function meanOfValues(
    values: ColumnLike, options?: IntervalOptions & {groups?: Groups | Keys | null},
): Table;
/** The columns of the groups between which inequality is measured. */
export interface SubgroupColumns {
    population?: ColumnLike;
    /** From the most deprived, the smallest number. */
    rank?: ColumnLike;
    standardError?: ColumnLike;
    lower?: ColumnLike;
    upper?: ColumnLike;
    /** Of the limits: 0.95 if left out. */
    limitsConfidence?: number;
    /** Names of the groups, by which a reference group is found. */
    labels?: ColumnLike;
    /** Of people who were drawn together. */
    clusters?: ColumnLike;
    /** From which clusters were drawn. */
    strata?: ColumnLike;
    /** The share of the stratum's clusters that was drawn. */
    taken?: ColumnLike;
    /** The keys of many areas at once. */
    areas?: Keys | Groups;
}

/** The figures of groups, checked and put in order once for any number of measures. */
export function subgroups(estimate: ColumnLike, columns?: SubgroupColumns): any;

/** A measure by its short name, such as "slope-index"; a row an area. Properties of
 * Marmot.InequalityOptions are options too, in camel case. */
export function inequality(
    measure: string | number,
    estimate: ColumnLike,
    options?: SubgroupColumns & IntervalOptions & Record<string, unknown>,
): any;

/** A path, a Gio.File, bytes, or a table (or what Table.from() takes). */
export type CareFile = string | Uint8Array | Table | any;

/** An SSDA903 return of one collection year or several. */
export interface CareReturn {
    readonly firstYear: number;
    readonly lastYear: number;
    readonly findings: any[];
    readonly nChildren: number;
    readonly nRowsRead: number;
    readonly nRowsKept: number;
    readonly nRowsLeftOut: number;
    readonly nRepeated: number;
    getTable(table: number, year: number): Table | null;
    getEpisodes(): any;
    /** 29 rules on episode logic, by a Marmot.CheckOptions or all of them. */
    check(options: any): CheckResult;
}

/** Which rows of a return break which rules; see Marmot.CheckResult. */
export interface CheckResult {
    readonly findings: any[];
    readonly nFindings: number;
    readonly failures: Table;
    readonly rules: Table;
    count(rule: string | null): number;
}

/** A return of [year, files] pairs; a year is 2023, "2023/24" or a period. */
export function readCareReturn(
    sources: Iterable<readonly [number | string | any, CareFile | CareFile[]]>,
    options?: {progress?: (fraction: number) => void; maxFindings?: number; maxBytes?: number},
): CareReturn;

/** Episodes of early help and care out of tables of the Standard Safeguarding Dataset. */
export function readSafeguardingDataset(sources: CareFile | CareFile[], options?: {findings?: any[]}): any;

export interface StandardisationOptions extends IntervalOptions {
    /** Names of columns of the figures, or what groups() takes. */
    groups?: string | ReadonlyArray<string> | Keys | Groups | null;
    /** A Marmot.StandardPopulation, or the name of one that is built in. */
    standard?: string | object | null;
    /** How many events a rate needs; 10 if left out. */
    minimumCount?: number;
    /** Whether a count that is missing is none; false if left out. */
    missingIsZero?: boolean;
}

/** A table, or its columns by name. */
export type Figures = Table | Readonly<Record<string, ColumnLike>>;

/**
 * Directly standardised rates, with the crude rates beside them. Figures have
 * "count", "population", and "band" or "weight"; "frequency" where persons have
 * several events.
 */
export function directRates(figures: Figures, options?: StandardisationOptions): Table;

export interface IndirectOptions extends IntervalOptions {
    groups?: string | ReadonlyArray<string> | Keys | Groups | null;
    /** The keys of the groups and "count", where events are not known by band. */
    observed?: Figures | null;
    missingIsZero?: boolean;
}

/**
 * Indirectly standardised rates and ratios. Figures have "count", "population",
 * "reference_count" and "reference_population".
 */
export function indirectRates(figures: Figures, options?: IndirectOptions): Table;
export function indirectRatios(figures: Figures, options?: IndirectOptions): Table;

/** Years of life lost; "count" is deaths, and "years" what each of them lost. */
export function yearsLostRates(figures: Figures, options?: StandardisationOptions): Table;

/** The rules for what is not shown; 0 is no rule. */
export interface LifeOptions {
    groups?: string | ReadonlyArray<string> | Keys | Groups | null;
    confidence?: number | Iterable<number>;
    /** The part of a band from 0 that those live who die in it; 0.1 if left out. */
    infantPart?: number;
    minimumPopulation?: number;
    minimumDeaths?: number;
    maximumWidth?: number;
    deathsOverPopulation?: boolean;
}

/**
 * Abridged life tables. Figures have "age" or "band", "deaths", "population", and
 * for healthy life expectancy "share" and "share_variance".
 */
export function lifeTables(figures: Figures, options?: LifeOptions): Table;

/** Life expectancy at one age, birth if left out. */
export function lifeExpectancies(figures: Figures, options?: LifeOptions & {age?: number}): Table;

/** Gaps in life expectancy taken apart; figures have "second" and may have "cause". */
export function lifeGaps(figures: Figures, options?: LifeOptions): Table;
export interface GapOptions {
    /** A level, or several; 0.95 if left out. */
    confidence?: number | Iterable<number>;
    /** Whether a higher figure is a better one; false if left out. */
    moreIsBetter?: boolean;
    /** Whether a change from one edition of the index to another is judged. */
    acrossEditions?: boolean;
}

export interface GapChangeOptions extends GapOptions {
    covariance?: number;
    logCovariance?: number;
    edition1?: string;
    edition2?: string;
    lsoaVintage1?: number;
    lsoaVintage2?: number;
    /** The Marmot.DeprivationGroups of each period, in place of names. */
    groups1?: object;
    groups2?: object;
}

/** Whether gaps narrowed between two periods, absolutely and relatively. */
export function gapChanges(figures: Figures, options?: GapChangeOptions): Table;

/** Whether gaps narrowed over several periods. */
export function gapTrends(
    figures: Figures,
    options?: GapOptions & {groups?: string | ReadonlyArray<string> | Keys | Groups | null},
): Table;

/** The gap between two groups of whom some reached a level. */
export function attainmentGaps(figures: Figures, options?: {confidence?: number | Iterable<number>}): Table;

/** Whether such gaps narrowed between two years. */
export function attainmentChanges(figures: Figures, options?: {
    confidence?: number | Iterable<number>;
    edition1?: string;
    edition2?: string;
    lsoaVintage1?: number;
    lsoaVintage2?: number;
    groups1?: any;
    groups2?: any;
    acrossEditions?: boolean;
}): Table;

/** One attainment gap in points; attainmentGaps () has ratios and the standardised gap too. */
export function attainmentGap(
    disadvantagedCount: number, disadvantagedN: number, othersCount: number, othersN: number,
    options?: {confidence?: number | Iterable<number>},
): Estimate;

/** How many events fewer one group would have at the target. */
export function excessOfGroup(estimate: number, population: number, options: {
    per: number;
    target: number;
    targetSe?: number;
    /** Without it there are no limits. */
    standardError?: number;
    moreIsBetter?: boolean;
    confidence?: number | Iterable<number>;
}): Estimate;

/** How many events one group would have to prevent to be no worse than the target. */
export function levellingOfGroup(estimate: number, population: number, options: {
    per: number;
    target: number;
    /** Without it there are no limits. */
    standardError?: number;
    moreIsBetter?: boolean;
    confidence?: number | Iterable<number>;
}): Estimate;

/** Whether one gap narrowed, as a Marmot.GapChange. */
export function gapChange(gap1: number, gapSe1: number, gap2: number, gapSe2: number, options?: {
    moreIsBetter?: boolean;
    covariance?: number;
    edition1?: string;
    edition2?: string;
    acrossEditions?: boolean;
    confidence?: number;
}): any;

/** How far one share (with n1 and n2) or rate (with years1 and years2) must go to be told from chance. */
export function detectableChange(figure: number, options: {
    n1?: number;
    n2?: number;
    years1?: number;
    years2?: number;
    alpha?: number;
    power?: number;
    per?: number;
}): {fall: number; rise: number};

/** How many people (or person-years) in both periods it would take to tell one change from chance. */
export function neededSize(figure1: number, figure2: number, options?: {
    of?: 'people' | 'years';
    /** How many times as many there are in the later period. */
    ratio?: number;
    alpha?: number;
    power?: number;
    per?: number;
}): {first: number; second: number};

/** Whether such gaps narrowed over several years. */
export function attainmentTrends(
    figures: Figures,
    options?: {
        acrossEditions?: boolean; confidence?: number | Iterable<number>;
        groups?: string | ReadonlyArray<string> | Keys | Groups | null;
    },
): Table;

export interface AreaOptions {
    /** Names of columns of the figures, or what groups() takes. */
    areas?: string | ReadonlyArray<string> | Keys | Groups | null;
    confidence?: number | Iterable<number>;
    moreIsBetter?: boolean;
}

export interface ExcessOptions extends AreaOptions {
    /** What figures are per, such as 100000. */
    per: number;
    reference?: 'least-deprived' | 'average' | 'best' | 'target' | number;
    target?: number;
    targetSe?: number;
    /** A row an area, and not a row a group; true if left out. */
    totals?: boolean;
}

/** How many events fewer there would be at the figure of a reference. */
export function excess(figures: Figures, options: ExcessOptions): Table;

export interface LevellingOptions extends AreaOptions {
    per: number;
    goal?: 'level' | 'gap' | 'slope-index' | 'share-of-slope' | number;
    target?: number;
    share?: number;
    limit?: number;
    /** A row an area, and not a row a group; false if left out. */
    totals?: boolean;
}

/** Which group would have to prevent how many events for a goal to be reached. */
export function levelling(figures: Figures, options: LevellingOptions): Table;

export interface MixOptions extends AreaOptions {
    contributions?: boolean;
    edition1?: string;
    edition2?: string;
    lsoaVintage1?: number;
    lsoaVintage2?: number;
}

/** What the mean and the gradient would be had the mix of people not changed. */
export function mixChanges(figures: Figures, options?: MixOptions): Table;

export interface PowerOptions {
    alpha?: number;
    power?: number;
    per?: number;
    words?: boolean;
}

/** The smallest change that could be told from chance in a place of this size. */
export function detectableChanges(figures: Figures, options?: PowerOptions): Table;

/** How many people, person-years or events it would take to tell a change from chance. */
export function neededSizes(figures: Figures, options?: PowerOptions): Table;

/** How times to an event are read. */
export interface TimeOptions {
    groups?: any;
    /** How many kinds of event there are; 1 if left out. */
    causes?: number;
    /** Whether what ends on the day on which it starts has lasted a day. */
    countFirstDay?: boolean;
}
export interface SurvivalOptions extends TimeOptions {
    confidence?: number | number[];
    multiplier?: number;
    /** The scale of the limits; log-log if left out. */
    method?: 'log-log' | 'log' | 'plain' | 'logit' | 'arcsine' | number;
    variance?: 'greenwood' | 'infinitesimal-jackknife' | number;
    hazard?: 'nelson-aalen' | 'nelson-aalen-binomial' | 'fleming-harrington' | number;
    /** Whether a quantile where the curve is level is the middle of that stretch. */
    midpoint?: boolean;
    /** Whether curves go on past the last time of their group. */
    carry?: boolean;
    /** How far apart two times may be and count as one; 0 if left out. */
    tolerance?: number;
}
export interface PaceOptions extends TimeOptions {
    strata?: any;
    /** 0, if left out, for the log-rank test; 1 for Peto and Peto's. */
    rho?: number;
    tolerance?: number;
}

/** How people who move between states are counted. */
export interface FlowRatesOptions {
    /** The ages in whole years at which bands begin; none if left out. */
    ages?: number[] | string;
    confidence?: number | number[];
    multiplier?: number;
}
export interface FlowProjectionOptions {
    /** 1 if left out; it divides twelve. */
    stepMonths?: number;
    /** 36 steps if left out. */
    horizon?: number;
    /** 2,000 if left out; 0 for no limits. */
    repetitions?: number;
    seed?: number;
    /** What limits are of: rates and people if left out. */
    method?: 'simulation' | 'chance' | 'rates' | number;
    confidence?: number | number[];
    /** A what-if: 0.9 for ten per cent fewer entries. */
    entryFactor?: number;
    /** What-ifs of single flows: "flow", "from", "to" and "factor". */
    factors?: Figures;
}

/** How people moved between states; stays have "state", "start", "end", "next" or "person", "birth". */
export function flowRates(stays: Figures, since: Date, until: Date, options?: FlowRatesOptions): any;
/** Where people would be if nothing changed. */
export function flowProjection(rates: any, options?: FlowProjectionOptions): any;
/** How a projection from the time before the cut would have done after it. */
export function flowBackTest(stays: Figures, since: Date, cut: Date, until: Date,
    options?: FlowRatesOptions & FlowProjectionOptions): any;

/** How many left observation at each time; figures have "stop" and "status". They add up. */
export function eventCounts(figures: Figures, options?: TimeOptions): any;
/** Curves of times to an event, from rows or counts; rows may have "start", "weight", "cluster". */
export function survival(figures: any, options?: SurvivalOptions): any;
/** Whether groups have their events at the same pace; from rows, or counts, one a stratum. */
export function logRank(figures: any, options?: PaceOptions): any;
/** The same in many series at once: a row a series. */
export function logRankSeries(figures: Figures, options: PaceOptions & {series: any}): Table;
/** The same of the events of one cause, where the others rule them out. */
export function grayTest(figures: Figures, options?: PaceOptions & {cause?: number}): any;
/** Times out of dates: episodes have "from" and "to", and may have "entered" and "cause". */
export function followUp(episodes: Figures, extract: Date, options?: {skipLeapDays?: boolean}): Table;
/** The plain share that had an event within so many days, of those old enough to tell. */
export function sharesWithin(figures: Figures, days: number, options?: IntervalOptions & {groups?: any; cause?: number}): Table;
/** Which share is in each state at each time: records have "time" and "state". */
export function stateShares(records: Figures, options?: IntervalOptions & {groups?: any}): Table;
/** Where those of each state went: records have "from" and "to". */
export function stateTransitions(records: Figures, options?: IntervalOptions & {groups?: any}): Table;

/** What is known of a survey beside its answers. */
export interface SurveyOptions extends IntervalOptions {
    /** How many were asked to answer. */
    invited?: number | null;
    /** How many people the survey speaks for. */
    population?: number | null;
    /** What the design costs; 1 if left out. */
    designEffect?: number;
    /** Under how many respondents a share is marked as resting on few; 10 if left out. */
    minimumRespondents?: number;
}
export interface WaveOptions extends SurveyOptions {
    series?: any;
    /** Of the answers of a person in two waves; 0 if left out. */
    correlation?: number;
    /** How surely a change is to be found; 0.8 if left out. */
    power?: number;
}
export interface PairedOptions extends ContrastOptions {
    groups?: any;
    /** Whether to go down is to improve; false if left out. */
    lowIsGood?: boolean;
    /** The smallest change of a person that counts; any if left out. */
    smallestChange?: number;
}

/** What the rows of each group come to; see Marmot.Totals. Parts of the data add up with add(). */
export interface Totals {
    add(other: Totals): Totals;
    readonly nGroups: number;
    readonly nRows: number;
    to_table(): Table;
    spread(keys: string[]): Table;
    serialize(): any;
}
export function totals(figures: Figures, options?: {
    keys?: string | string[];
    sums?: string | string[];
    values?: string | string[];
}): Totals;

/** What each row counts as, by group; see Marmot.Tally. Parts of the data add up with add(). */
export interface Tally {
    readonly name: string;
    readonly conventions: string | null;
    readonly reasons: string[];
    readonly nGroups: number;
    readonly keys: Table | null;
    readonly sum: any;
    readonly findings: any[];
    getMeasure(group: number): any;
    toTable(): Table;
    add(other: Tally): Tally;
    serialize(): Uint8Array;
}
/** Each row is "in", "out", "unknown", "not-covered", null, or the reason for which it is left out. */
export function tally(name: string, counts: any, options?: {
    values?: any;
    keys?: Figures;
    statistic?: 'share' | 'count' | 'mean' | number;
    confidence?: number;
    population?: number;
    per?: number;
    /** Whether measures keep the rows behind them. */
    rows?: boolean;
    reasons?: string | string[];
    conventions?: string;
}): Tally;

/** The share of the respondents of a survey who gave an answer. */
export function surveyShare(count: number, respondents: number, options?: SurveyOptions): any;

/**
 * The shares of respondents in columns. Figures have "count" and "respondents"; or
 * "percent", "decimals" and "respondents"; or "answer", and "weight".
 */
export function surveyShares(figures: Figures, options?: SurveyOptions & {groups?: any}): Table;

/** The waves of surveys; figures have "wave" beside counts, and "overlap" if some answered twice. */
export function surveyWaves(figures: Figures, options?: WaveOptions): Table;

/** The change of a proportion in the same people: both, before alone, after alone, neither. */
export const pairedProportions: OfTwo;

/** What has changed in people: figures have "before" and "after", a row a person. */
export function pairedChanges(figures: Figures, options?: PairedOptions): Table;

type StudyDesign = 'before-after' | 'controlled' | 'randomised' | 'interrupted-series' | 'matched' | number;

/** A change with its number of people; "impact" only with a control. */
export function studyChange(
    design: StudyDesign, change: Estimate | Contrast, n: number,
    control?: Estimate | Contrast | null, controlN?: number | null,
): any;
export function studyChanges(design: StudyDesign, figures: Figures, options?: {confidence?: number}): Table;

/** Each place against the others; figures have "count" and "respondents", or "value" and "standard_error". */
export function brightSpots(
    figures: Figures,
    options?: {groups?: any; lowIsGood?: boolean; confidence?: number | readonly number[]; multiplier?: number},
): Table;

export interface SeriesOptions {
    /** The column that tells series apart, several, or groups. */
    groups?: string | ReadonlyArray<string> | Keys | Groups | null;
    /** A level, or several; 0.95 if left out. */
    confidence?: number | Iterable<number>;
    /** Whether periods share days, as those of a rolling year do: then nothing is tested. */
    overlapping?: boolean;
}

/** Mann-Kendall tests and Sen's slopes; figures have "value" and may have "time". */
export function monotonicTrends(figures: Figures, options?: SeriesOptions): Table;

/** Trends in proportions; figures have "count", "denominator" and "score". */
export function proportionTrends(
    figures: Figures, options?: Omit<SeriesOptions, 'confidence'> & {test?: string | number},
): Table;

/** Slopes weighted by one over the variances; figures have "value" and "standard_error". */
export function weightedTrends(figures: Figures, options?: SeriesOptions): Table;

type Accrual = 'sum' | 'last' | 'mean' | number;

export interface RollingOptions {
    groups?: string | ReadonlyArray<string> | Keys | Groups | null;
    span?: 'rolling' | 'year-to-date' | number;
    nPeriods?: number;
    yearStart?: number;
    numerator?: Accrual;
    denominator?: Accrual;
    multiplier?: number;
}

/** Rolling years and years to date; figures have "time", "numerator" and "denominator". */
export function rollingFigures(figures: Figures, options?: RollingOptions): Table;

export interface ProjectionOptions {
    groups?: string | ReadonlyArray<string> | Keys | Groups | null;
    confidence?: number | Iterable<number>;
    model?: 'simple' | 'holt' | 'damped' | number;
    start?: 'first-points' | 'line' | number;
    alpha?: number;
    beta?: number;
    phi?: number;
    horizon?: number;
    lowIsGood?: boolean;
    anyScale?: boolean;
}

/** Where series go, and when they reach the "target" of the figures. */
export function projections(figures: Figures, options?: ProjectionOptions): Table;

/** The forecasts themselves, a row a step of each series. */
export function projectionPoints(figures: Figures, options?: ProjectionOptions): Table;

type InSeries = {groups?: string | ReadonlyArray<string> | Keys | Groups | null};

/** Control charts; figures have "count", and "denominator" for p, u and prime charts. */
export function controlCharts(figures: Figures, options?: InSeries & {
    kind?: 'p' | 'u' | 'c' | 'g' | 't' | 'p-prime' | 'u-prime' | number;
    baseline?: number;
    multiplier?: number;
    screen?: boolean;
}): Table;

/** Run charts with Anhøj's rules; figures have "value". */
export function runCharts(figures: Figures, options?: InSeries & {baseline?: number}): Table;

/** Where the level of a series may have changed; it changes no chart. */
export function suggestedSteps(figures: Figures, options?: InSeries & {alpha?: number}): Table;

/** EARS C1 to C3; figures have "value". */
export function ears(figures: Figures, options?: InSeries & {
    baseline?: number; alpha?: number; alphaC3?: number; minimumSd?: number;
}): Table;

/** Deviations from the mean, added up; figures have "value". */
export function cusums(figures: Figures, options?: InSeries & {
    baseline?: number; allowance?: number; threshold?: number; minimumSd?: number;
}): Table;

/** Each period against an earlier one; figures have "time", "numerator" and "denominator". */
export function changesOverTime(figures: Figures, options?: InSeries & ContrastOptions & {
    measure?: 'proportion-difference' | 'proportion-ratio' | 'rate-difference' | 'rate-ratio' | number;
    since?: 'previous' | 'year-before' | number;
    nSteps?: number;
}): Table;

/** A funnel for each time; figures have "time", "numerator", and "denominator" or "rate". */
export function funnelsOverTime(figures: Figures, options: {
    places: string | ReadonlyArray<string> | Keys | Groups;
    kind?: string | number;
    spread?: string | number;
    baseline?: number;
}): Table;

/** How XmR charts are drawn and read; what is left out is as Making Data Count has it. */
export interface XmrOptions {
    /** A rule set, or the short name of one that is built in. */
    ruleSet?: any;
    polarity?: 'unstated' | 'high-is-good' | 'low-is-good' | 'no-judgement' | number;
    target?: number | any;
    /** How many points of a part make its limits. */
    baseline?: number;
    /** The dates on or after which a new part begins. */
    steps?: any;
    screening?: 'rule-set' | 'none' | 'once' | number;
    /** Whether points beyond a limit count in the two-of-three rule. */
    beyond?: 'rule-set' | 'count' | 'leave-out' | number;
    ties?: 'rule-set' | 'break' | 'skip' | number;
    trendPoints?: number;
    shiftPoints?: number;
    minimumPoints?: number;
    /** Icons under so many points, too. */
    judgeTrials?: boolean;
    missing?: 'break' | 'join' | number;
    conflict?: 'order' | 'improvement' | 'concern' | number;
    givenMean?: number | any;
    givenLower?: number | any;
    givenUpper?: number | any;
    rolling?: boolean;
    ignoreScale?: boolean;
}

/** XmR charts of all series at once: figures have "value" and "date". */
export function xmrSeries(figures: Figures, options?: XmrOptions & {series?: any, exceptionsFirst?: boolean}): Table;
/** The points of the same charts, in the order of the figures. */
export function xmrPoints(figures: Figures, options?: XmrOptions & {series?: any}): Table;
/** The parts of the same charts, from step to step. */
export function xmrParts(figures: Figures, options?: XmrOptions & {series?: any}): Table;
/** What xmrSeries() gives, exceptions first. */
export function xmrExceptions(series: Figures): Table;
/** The XmR chart of one series. */
export function xmrChart(figures: Figures, options?: XmrOptions): any;

/** The conventions of a measure of episodes: the properties of Marmot.EpisodeOptions. */
export interface EpisodeConventions {
    /** "2024", "2023/24" or a Marmot.Period. */
    period?: any;
    day?: Date;
    /** Names of columns to group by. */
    by?: string | string[];
    step?: 'none' | 'month' | 'quarter' | 'year' | number;
    unit?: 'default' | 'episode' | 'child' | 'family' | number;
    weeks?: number;
    months?: number;
    workingDays?: number;
    miles?: number;
    share?: number;
    population?: number;
    per?: number;
    confidence?: number;
    /** Whether measures keep the rows behind them. */
    rows?: boolean;
    unknownCounts?: boolean;
    lastDayCounts?: boolean;
    exceptionsCount?: boolean;
    fromOpening?: boolean;
    ownHistory?: boolean;
    authority?: string;
    agencies?: string | string[];
    placements?: string | string[];
    calendar?: any;
    adjacency?: any;
}

/** What a measure found, by group; see Marmot.EpisodeTotals. Parts of the data add up with add(). */
export interface EpisodeTotals {
    readonly nGroups: number;
    readonly keys: Table | null;
    readonly sum: any;
    readonly findings: any[];
    getMeasure(group: number): any;
    toTable(): Table;
    add(other: EpisodeTotals): EpisodeTotals;
    serialize(): Uint8Array;
}

/** Episodes in columns, and a list of them; see Marmot.EpisodeSet. */
export interface EpisodeSet extends Iterable<any> {
    readonly table: Table;
    readonly nRows: number;
    readonly needs: Table | null;
    /** The first and the last day of which the data know everything. */
    readonly coverage: [Date, Date] | null;
    withCoverage(first: Date, last: Date): EpisodeSet;
    withNeeds(needs: Figures): EpisodeSet;
    filter(column: string, text: string | null): EpisodeSet;
    openOn(day: Date): EpisodeSet;
    openDuring(period: any): EpisodeSet;
    datedIn(column: string, period: any): EpisodeSet;
    split(column: string): EpisodeSet[];
    /** A measure by its short name, such as "closed-within". */
    measure(measure: string | number, options?: EpisodeConventions): EpisodeTotals;
    /** Periods of care, by a Marmot.SpellOptions or the defaults. */
    link(options: any): SpellSet;
}

/** A day: a Date at midnight UTC, or a text such as "2004-06-10". */
type Day = Date | string;

/** What Marmot.CareLeaverOptions holds, or the name of somebody's conventions, such as "ssda903-1001". */
type LeaverConventions = string | null | any | {
    law?: any;
    dayCount?: 'half-open' | 'inclusive' | number;
    leapBirthday?: 'march' | 'february' | number;
    days?: number;
    homeMonths?: number;
    shortBreaksCount?: boolean;
    begunAfter14?: boolean;
    anyDayAfter16?: boolean;
    ignoreHome?: boolean;
    ignoreDetained?: boolean;
    ignoreGuardianship?: boolean;
};

/** The legal status of one person on one day, and why; see Marmot.LegalStatus. */
export interface LegalStatus {
    readonly day: Date;
    readonly status: number;
    readonly returner: boolean;
    readonly provision: string | null;
    readonly authority: string | null;
    readonly daysSince14: number;
    readonly daysAfter16: number;
    readonly from: Date | null;
    readonly until: Date | null;
    readonly dependsOn: string[];
    readonly reasons: string[];
    readonly steps: Table;
    readonly authorityMoved: boolean;
}

/** One person who is, or was, looked after; see Marmot.CareLeaver. */
export interface CareLeaver {
    readonly person: string | null;
    readonly birth: Date | null;
    readonly spells: Table;
    readonly facts: Table;
    readonly contacts: Table;
    readonly findings: any[];
    addSpell(spell: {start: Day, end?: Day | null, endReason?: string, placement?: string, shortBreak?: boolean}): void;
    addFact(fact: {fact: string | number, start: Day, end?: Day | null}): void;
    addContact(contact: {date: Day, inTouch?: string, activity?: string, accommodation?: string}): void;
    setComplete(facts: string | string[] | number | null): void;
    ageOn(day: Day, options?: LeaverConventions): number;
    statusOn(day: Day, options?: LeaverConventions): LegalStatus;
    corporateParentingAppliesOn(day: Day, options?: LeaverConventions): number;
    getTimeline(options?: LeaverConventions): Table;
}

export function careLeaver(known?: {
    birth?: Day | null;
    spells?: any[];
    facts?: any[];
    contacts?: any[];
    complete?: string | string[] | number | null;
    person?: string | null;
    death?: Day | null;
    uascUntil?: Day | null;
    coveredFrom?: Day | null;
    coveredUntil?: Day | null;
}): CareLeaver;
export function leaverOptions(options?: LeaverConventions): any;

/** Periods of care in columns, and a list of them; see Marmot.SpellSet. */
export interface SpellSet extends Iterable<any> {
    readonly length: number;
    readonly table: Table;
    readonly placements: Table;
    readonly episodes: EpisodeSet;
    readonly spellOfEpisodes: any;
    readonly nLinked: number;
    readonly nLeftOut: number;
    readonly findings: any[];
    readonly nFindings: number;
    at(row: number): any;
    countChildren(): number;
    openOn(day: Date): SpellSet;
    openDuring(period: any): SpellSet;
    startedIn(period: any): SpellSet;
    endedIn(period: any): SpellSet;
    filterShortBreaks(shortBreaks: boolean): SpellSet;
    countPlacements(period: any): any;
    countMoves(period: any): any;
    countDays(period: any): any;
}

/** People who are or were looked after in columns, and a list of them; see Marmot.PersonSet. */
export interface PersonSet extends Iterable<CareLeaver> {
    readonly length: number;
    readonly nRows: number;
    readonly nLeftOut: number;
    readonly table: Table;
    readonly spells: Table;
    readonly facts: Table;
    readonly contacts: Table | null;
    readonly health: Table | null;
    readonly checks: Table | null;
    /** The first and the last day that the records cover. */
    readonly coverage: [Date, Date] | null;
    readonly findings: any[];
    readonly nFindings: number;
    at(row: number): CareLeaver;
    withFacts(facts?: Figures | null, complete?: any): PersonSet;
    withPeople(people: Figures): PersonSet;
    withContacts(contacts: Figures): PersonSet;
    withHealth(health: Figures): PersonSet;
    withChecks(checks: Figures): PersonSet;
    withCoverage(first: Date, last: Date): PersonSet;
    take(rows: any): PersonSet;
    statusesOn(day: Date | string, options?: LeaverConventions): Table;
    getTimelines(options?: LeaverConventions): Table;
    /** A measure by its short name, such as "in-touch". */
    measure(measure: string | number, options?: CohortConventions): Tally;
}

/** People of a return, or of a table with a row a person, and their periods of care or the
 * episodes that these are linked from. */
export function people(figures: Figures | any, spells?: any, options?: {
    facts?: Figures | null;
    /** Of which facts all are there. */
    complete?: any;
    contacts?: Figures | null;
    health?: Figures | null;
    checks?: Figures | null;
    covers?: [Date, Date] | null;
}): PersonSet;

/** Which people of a set a question is about, and why; see Marmot.Cohort. The default export
 * has its rules, such as `Marmot.Cohort.lookedAfterOn(people, '2024-03-31')`. */
export interface Cohort extends Iterable<any> {
    readonly length: number;
    readonly people: any;
    readonly name: string;
    readonly definition: string;
    readonly reference: any | null;
    readonly part: string | null;
    readonly nMembers: number;
    readonly nUndetermined: number;
    readonly nOthers: number;
    readonly nPeople: number;
    readonly rows: any;
    readonly undeterminedRows: any;
    readonly answers: any;
    readonly table: Table;
    readonly reasons: Table;
    at(row: number): any;
    withName(name: string): Cohort;
    answerAt(row: number): number;
    reasonAt(row: number): string;
    toPersonSet(): any;
    equals(other: any): boolean;
    intersection(other: Cohort): Cohort;
    union(other: Cohort): Cohort;
    difference(other: Cohort): Cohort;
    complement(): Cohort;
    filter(key: string, value?: string | boolean | null): Cohort;
    filterAge(fromAge?: number, untilAge?: number | null, options?: {options?: any}): Cohort;
    split(key: string): Cohort[];
    countBy(key: string): Table;
    countAs(numerator: Cohort): any;
    compare(other: Cohort): Table;
    follow(to: {days?: any, years?: number | null, options?: any}): Table;
    countFollowed(to: {days?: any, years?: number | null, options?: any}): Table;
    getAnniversaries(nYears: number): any;
}

/** The rules that make cohorts, on the class. A day is a Date or text such as "2024-03-31". */
export interface CohortRules {
    everybody(people: any): Cohort;
    lookedAfterOn(people: any, day: Date | string, options?: {shortBreaks?: boolean}): Cohort;
    lookedAfterDuring(people: any, period: any, options?: {shortBreaks?: boolean}): Cohort;
    startedIn(people: any, period: any): Cohort;
    ceasedIn(people: any, period: any): Cohort;
    continuouslyLookedAfter(people: any, day: Date | string, options?: {months?: number, variant?: string}): Cohort;
    birthdayIn(people: any, age: number, period: any, options?: {options?: any}): Cohort;
    withStatus(people: any, day: Date | string, statuses: string | string[], options?: {options?: any}): Cohort;
    openOn(people: any, day: Date | string, options?: {options?: any}): Cohort;
    careLeavers(people: any, year: number | string | any, ages: number | [number, number],
        options?: {basis?: string, options?: any}): Cohort;
    fromRows(people: any, rows: any, name: string, options?: {definition?: string | null}): Cohort;
    fromColumn(people: any, answers: any, name: string, options?: {definition?: string | null, reasons?: any}): Cohort;
}
/** Of which time and of whom a measure of people is made; see Marmot.CohortOptions. */
export interface CohortConventions {
    /** A year from April to March, such as "2023/24", where the measure stands on the return. */
    period?: any;
    day?: Date;
    /** Such as "sex", "age" and "age_part". */
    by?: string | string[];
    fromAge?: number;
    toAge?: number;
    weeks?: number;
    workingDays?: number;
    population?: number;
    per?: number;
    confidence?: number;
    /** Whether measures keep the rows behind them. */
    rows?: boolean;
    unknownCounts?: boolean;
    lastDayCounts?: boolean;
    /** "statute", "ssda903-1001" and so on, or a Marmot.CareLeaverOptions. */
    conventions?: any;
    calendar?: any;
}
export function cohortOptions(options?: CohortConventions): any;
/** A figure of a measure that stands beside those that others published. */
export function observation(measure: any, options?: {
    indicator?: any;
    area?: any;
    period?: any;
    /** 100 if left out: a share as a percentage. */
    multiplier?: number;
}): any;

/** Episodes out of columns, with the names that an EpisodeSet has. */
export function episodes(figures: Figures, kind?: string | number,
    options?: {needs?: Figures | null, covers?: [Date, Date] | null}): EpisodeSet;
export function episodeOptions(options?: EpisodeConventions): any;
/** What a mapping is made of: an object of the form of its file, the path of one, or the name of one that comes with
 * the library. */
export function episodeMapping(mapping: any): any;
/** A set of episodes of a council's extract, read through a mapping; a path or bytes. */
export function readEpisodes(source: string | Uint8Array | any, mapping: any, options?: {
    needs?: string | Uint8Array | any;
    name?: string;
    /** yyyy-mm-dd */
    extractDay?: string;
    progress?: (share: number) => void;
    /** A list that takes the findings. */
    findings?: any[];
    maxFindings?: number;
    cancellable?: any;
}): any;

// --- actions and assessments ---------------------------------------------------------

/** A Date at midnight UTC, a text such as "2018-02-05" or "2017/18", or a Marmot.Period. */
export type When = Date | string | any;
/** The same, of one day. */
export type OneDay = Date | string | any;
/** A text as it was printed, such as "91%", or a Marmot.Value. */
export type Figure = string | any;

/** A Gio.ListStore of documents, which a form can be bound to. */
export interface ListOf<T> extends Iterable<T> {
    append(item: T): void;
    insert(place: number, item: T): void;
    remove(place: number): void;
    splice(place: number, nRemoved: number, added: T[]): void;
    get_item(place: number): T | null;
    get_n_items(): number;
    connect(signal: string, callback: (...args: any[]) => void): number;
}
/** What a list may be set to: documents, or objects of their fields. */
export type Parts<T, Fields> = Iterable<T | Fields>;

/** The fields as they are read: lists are list stores, and periods, figures and members what the library has. */
export type Held<Fields> = {
    [K in keyof Fields]-?: Fields[K] extends string | null | undefined ? Fields[K]
        : Fields[K] extends boolean | undefined ? boolean
            : any;
};

/** What every document has. */
export interface DocumentOf<T> {
    copy(): T;
    equals(other: unknown): boolean;
    connect(signal: string, callback: (...args: any[]) => void): number;
}
/** What a document has that stands in a file of its own. */
export interface FileOf<T> extends DocumentOf<T> {
    toJson(): string;
    save(file: string | any, cancellable?: any): boolean;
    diff(newer: T): Table;
    diffToText(newer: T): string;
}
export interface DocumentClass<T, Fields> {
    new (fields?: Fields): T;
    ['new'](): T;
}
export interface FileClass<T, Fields> extends DocumentClass<T, Fields> {
    /** Of a path or a Gio.File. */
    read(file: string | any): T;
    /** Of a text or bytes of JSON, or an object of what they would say. */
    parse(document: string | Uint8Array | object): T;
}

export interface ActionChangeFields {
    on?: OneDay | null;
    state?: 'proposed' | 'open' | 'blocked' | 'done' | 'dropped' | number;
    reason?: string | null;
    by?: string | null;
}
/** See Marmot.ActionChange. */
export interface ActionChange extends Held<ActionChangeFields>, DocumentOf<ActionChange> {}

export interface ActionLinkFields {
    target?: string | null;
    kind?:
        | 'action' | 'indicator' | 'principle' | 'assessment' | 'voice' | 'meeting' | 'finding' | 'document'
        | number;
    note?: string | null;
}
/** See Marmot.ActionLink. */
export interface ActionLink extends Held<ActionLinkFields>, DocumentOf<ActionLink> {}

export interface ActionNoteFields {
    period?: When | null;
    on?: OneDay | null;
    text?: string | null;
    by?: string | null;
}
/** See Marmot.ActionNote. */
export interface ActionNote extends Held<ActionNoteFields>, DocumentOf<ActionNote> {}

export interface EvidenceFields {
    key?: string | null;
    kind?: 'indicator' | 'dataset' | 'survey' | 'engagement' | 'literature' | 'document' | 'judgement' | number;
    text?: string | null;
    indicator?: string | null;
    area?: string | null;
    sex?: string | null;
    age?: string | null;
    categoryType?: string | null;
    category?: string | null;
    period?: When | null;
    value?: Figure | null;
    valueType?: 'other' | 'count' | 'proportion' | 'crude-rate' | 'gap' | 'score' | 'text' |
        'directly-standardised-rate' | 'indirectly-standardised-rate' | 'indirectly-standardised-ratio' |
        'indirectly-standardised-proportion' | 'ratio' | 'life-expectancy' | 'slope-index' | 'excess-risk' |
        'median' | 'mean' | 'percentage-point' | number;
    numerator?: Figure | null;
    denominator?: Figure | null;
    lower?: Figure | null;
    upper?: Figure | null;
    confidence?: Figure | null;
    comparator?: string | null;
    comparatorText?: string | null;
    comparatorValue?: Figure | null;
    comparatorDenominator?: Figure | null;
    source?: string | null;
    uri?: string | null;
    quality?: string | null;
    earlier?: string[];
}
/** See Marmot.Evidence. */
export interface Evidence extends Held<EvidenceFields>, DocumentOf<Evidence> {}

export interface ActionFields {
    id?: string | null;
    kind?: 'action' | 'aim' | 'recommendation' | 'resolution' | 'response' | 'item' | number;
    number?: number;
    text?: string | null;
    theme?: string | null;
    partOf?: string | null;
    state?: 'proposed' | 'open' | 'blocked' | 'done' | 'dropped' | number;
    ownerRole?: string | null;
    organisation?: string | null;
    partners?: string[];
    raised?: OneDay | null;
    due?: When | null;
    noDueDate?: boolean;
    measure?: string | null;
    source?: string | null;
    note?: string | null;
    changes?: Parts<ActionChange, ActionChangeFields>;
    notes?: Parts<ActionNote, ActionNoteFields>;
    evidence?: Parts<Evidence, EvidenceFields>;
    links?: Parts<ActionLink, ActionLinkFields>;
}
/** See Marmot.Action. */
export interface Action extends Held<ActionFields>, DocumentOf<Action> {
    readonly dueState: number;
    isOpen(): boolean;
    isOverdue(on: Date): boolean;
    getDaysOverdue(on: Date): number;
    getStateOn(on: Date): number;
    /** Days since it was raised; null if it is not known when it was. */
    ageOn(on: Date): number | null;
    findNote(period: When): ActionNote | null;
    isStale(period: When): boolean;
    moveTo(state: ActionFields['state'], on: Date, reason?: string | null, by?: string | null): boolean;
    check(path?: string | null): any[];
}

export interface ActionPlanFields {
    title?: string | null;
    organisation?: string | null;
    version?: string | null;
    date?: OneDay | null;
    period?: When | null;
    noteMonths?: number;
    source?: string | null;
    note?: string | null;
    actions?: Parts<Action, ActionFields>;
}
/** See Marmot.ActionPlan. */
export interface ActionPlan extends Held<ActionPlanFields>, FileOf<ActionPlan> {
    lookup(id: string): Action | null;
    listKind(kind: ActionFields['kind']): ListOf<Action>;
    listParts(id: string): ListOf<Action>;
    listOpen(on: Date): ListOf<Action>;
    listOverdue(on: Date): ListOf<Action>;
    listStale(period: When): ListOf<Action>;
    getNotePeriod(on: Date): any;
    measure(share: 'done' | 'overdue' | 'stale' | number, on: Date, period?: When | null,
        options?: IntervalOptions | any): any;
    summarise(by: string | number, on: Date, period?: When | null): Table;
    toTable(on: Date, period?: When | null): Table;
    check(): any[];
}

export interface VoiceItemFields {
    id?: string | null;
    raisedBy?: string | null;
    raised?: OneDay | null;
    theme?: string | null;
    issue?: string | null;
    outcome?: string | null;
    toldBack?: 'unknown' | 'no' | 'yes' | number;
    toldBackOn?: OneDay | null;
    toldBackHow?: string | null;
    source?: string | null;
    note?: string | null;
    actions?: Parts<Action, ActionFields>;
    evidence?: Parts<Evidence, EvidenceFields>;
}
/** See Marmot.VoiceItem. */
export interface VoiceItem extends Held<VoiceItemFields>, DocumentOf<VoiceItem> {
    isClosed(on: Date): boolean;
    readonly daysToTell: number | null;
}

export interface VoiceTrackerFields {
    title?: string | null;
    organisation?: string | null;
    version?: string | null;
    date?: OneDay | null;
    source?: string | null;
    note?: string | null;
    items?: Parts<VoiceItem, VoiceItemFields>;
}
/** See Marmot.VoiceTracker. */
export interface VoiceTracker extends Held<VoiceTrackerFields>, FileOf<VoiceTracker> {
    measureLoopClosure(on: Date, options?: IntervalOptions | any): any;
    summarise(on: Date): Table;
    check(): any[];
}

export interface WorkforceOccupationFields {
    name?: string | null;
    sector?: string | null;
}
/** See Marmot.WorkforceOccupation. */
export interface WorkforceOccupation extends Held<WorkforceOccupationFields>, DocumentOf<WorkforceOccupation> {}

export interface WorkforceRoleFields {
    id?: string | null;
    label?: string | null;
    tier?: number;
    lead?: 'unknown' | 'never' | 'exceptionally' | 'may' | 'usually' | number;
    description?: string[];
    expectations?: string[];
    occupations?: Parts<WorkforceOccupation, WorkforceOccupationFields>;
}
/** See Marmot.WorkforceRole. */
export interface WorkforceRole extends Held<WorkforceRoleFields>, DocumentOf<WorkforceRole> {}

export interface WorkforceFields {
    title?: string | null;
    organisation?: string | null;
    version?: string | null;
    date?: OneDay | null;
    source?: string | null;
    note?: string | null;
    roles?: Parts<WorkforceRole, WorkforceRoleFields>;
}
/** See Marmot.Workforce. */
export interface Workforce extends Held<WorkforceFields>, FileOf<Workforce> {
    getLead(occupation: string): number;
    listLeads(least: string | number): Table;
    compareLeads(leads: Record<string, number> | Map<string, number>, options?: IntervalOptions | any): Table;
    check(): any[];
}

export interface PromiseRatingFields {
    period?: When | null;
    group?: string | null;
    kept?: 'not-asked' | 'not-kept' | 'partly-kept' | 'kept' | number;
    question?: string | null;
    value?: Figure | null;
    n?: number;
    comparator?: Figure | null;
    comparatorName?: string | null;
    source?: string | null;
}
/** See Marmot.PromiseRating. */
export interface PromiseRating extends Held<PromiseRatingFields>, DocumentOf<PromiseRating> {}

export interface PromiseFields {
    id?: string | null;
    number?: number;
    title?: string | null;
    text?: string | null;
    note?: string | null;
    evidence?: Parts<Evidence, EvidenceFields>;
    ratings?: Parts<PromiseRating, PromiseRatingFields>;
}
/** See Marmot.Promise. */
export interface Promise extends Held<PromiseFields>, DocumentOf<Promise> {}

export interface PledgeFields {
    title?: string | null;
    organisation?: string | null;
    version?: string | null;
    date?: OneDay | null;
    source?: string | null;
    note?: string | null;
    promises?: Parts<Promise, PromiseFields>;
}
/** See Marmot.Pledge. */
export interface Pledge extends Held<PledgeFields>, FileOf<Pledge> {
    listRatings(): Table;
    check(): any[];
}

export interface SelfJudgementFields {
    id?: string | null;
    theme?: string | null;
    text?: string | null;
    grade?: string | null;
    note?: string | null;
    evidence?: Parts<Evidence, EvidenceFields>;
    links?: Parts<ActionLink, ActionLinkFields>;
}
/** See Marmot.SelfJudgement. */
export interface SelfJudgement extends Held<SelfJudgementFields>, DocumentOf<SelfJudgement> {}

export interface SelfEvaluationFields {
    title?: string | null;
    organisation?: string | null;
    framework?: string | null;
    period?: When | null;
    version?: string | null;
    date?: OneDay | null;
    source?: string | null;
    note?: string | null;
    judgements?: Parts<SelfJudgement, SelfJudgementFields>;
}
/** See Marmot.SelfEvaluation. */
export interface SelfEvaluation extends Held<SelfEvaluationFields>, FileOf<SelfEvaluation> {
    measureEvidenced(options?: IntervalOptions | any): any;
    toTable(): Table;
    check(indicators?: Iterable<string> | null): any[];
}

export interface MeetingFields {
    id?: string | null;
    on?: When | null;
    theme?: string | null;
    note?: string | null;
    items?: Parts<Action, ActionFields>;
}
/** See Marmot.Meeting. */
export interface Meeting extends Held<MeetingFields>, DocumentOf<Meeting> {}

export interface ForwardPlanFields {
    title?: string | null;
    organisation?: string | null;
    version?: string | null;
    date?: OneDay | null;
    source?: string | null;
    note?: string | null;
    meetings?: Parts<Meeting, MeetingFields>;
    items?: Parts<Action, ActionFields>;
}
/** See Marmot.ForwardPlan. */
export interface ForwardPlan extends Held<ForwardPlanFields>, FileOf<ForwardPlan> {
    findNext(on: Date): Meeting | null;
    toTable(): Table;
    check(): any[];
}

export interface AssessmentResponseFields {
    question?: string | null;
    state?: 'not-yet' | 'answered' | 'not-applicable' | 'unknown' | number;
    text?: string | null;
    choice?: string | null;
    reason?: string | null;
    evidence?: string[];
}
/** See Marmot.AssessmentResponse. */
export interface AssessmentResponse extends Held<AssessmentResponseFields>, DocumentOf<AssessmentResponse> {}

export interface AssessmentGroupFields {
    dimension?: string | null;
    state?: 'not-yet' | 'answered' | 'not-applicable' | 'unknown' | number;
    text?: string | null;
    reason?: string | null;
    impact?: 'unknown' | 'positive' | 'negative' | 'mixed' | 'neutral' | number;
    confidence?: string | null;
    mitigation?: string | null;
    action?: string | null;
    evidence?: string[];
}
/** See Marmot.AssessmentGroup. */
export interface AssessmentGroup extends Held<AssessmentGroupFields>, DocumentOf<AssessmentGroup> {}

export interface AssessmentOutcomeFields {
    id?: string | null;
    text?: string | null;
    direction?: 'unstated' | 'increase' | 'decrease' | 'maintain' | number;
    indicator?: string | null;
    baseline?: Figure | null;
    baselinePeriod?: When | null;
    target?: Figure | null;
    targetPeriod?: When | null;
}
/** See Marmot.AssessmentOutcome. */
export interface AssessmentOutcome extends Held<AssessmentOutcomeFields>, DocumentOf<AssessmentOutcome> {}

export interface AssessmentReviewFields {
    text?: string | null;
    done?: OneDay | null;
    role?: string | null;
    changes?: string | null;
    actions?: string[];
}
/** See Marmot.AssessmentReview. */
export interface AssessmentReview extends Held<AssessmentReviewFields>, DocumentOf<AssessmentReview> {}

export interface AssessmentEngagementFields {
    who?: string | null;
    when?: When | null;
    text?: string | null;
    changed?: string | null;
}
/** See Marmot.AssessmentEngagement. */
export interface AssessmentEngagement extends Held<AssessmentEngagementFields>, DocumentOf<AssessmentEngagement> {}

export type AssessmentStateName =
    | 'draft' | 'submitted' | 'approved' | 'published' | 'superseded' | 'withdrawn' | number;
/** What an assessment was when it reached a state; see Marmot.AssessmentVersion. */
export interface AssessmentVersion {
    readonly number: number;
    readonly state: number;
    readonly day: any;
    readonly role: string | null;
    readonly reason: string | null;
    readonly successor: string | null;
    readonly contentDigest: string | null;
    readonly parentDigest: string | null;
    readonly digest: string | null;
    readonly content: string | null;
    restore(): Assessment;
}

export interface AssessmentFields {
    id?: string | null;
    template?: string | null;
    templateHash?: string | null;
    programme?: string | null;
    scope?: string | null;
    ageFrom?: number;
    ageUntil?: number;
    area?: string | null;
    starts?: OneDay | null;
    ends?: OneDay | null;
    programmeChanged?: OneDay | null;
    completed?: OneDay | null;
    organisation?: string | null;
    ownerRole?: string | null;
    sponsorRole?: string | null;
    source?: string | null;
    notes?: string | null;
    responses?: Parts<AssessmentResponse, AssessmentResponseFields>;
    groups?: Parts<AssessmentGroup, AssessmentGroupFields>;
    evidence?: Parts<Evidence, EvidenceFields>;
    outcomes?: Parts<AssessmentOutcome, AssessmentOutcomeFields>;
    actions?: Parts<Action, ActionFields>;
    reviews?: Parts<AssessmentReview, AssessmentReviewFields>;
    engagement?: Parts<AssessmentEngagement, AssessmentEngagementFields>;
}
/** See Marmot.Assessment. */
export interface Assessment extends Held<AssessmentFields>, FileOf<Assessment> {
    readonly state: number;
    /** Each state that it reached, as it was then. */
    readonly versions: Iterable<AssessmentVersion> & {readonly length: number; at(row: number): AssessmentVersion | null};
    moveTo(state: AssessmentStateName, on: Date, reason?: string | null, by?: string | null,
        form?: AssessmentTemplate | string | null): boolean;
    canMoveTo(state: AssessmentStateName): boolean;
    listMoves(): string[];
    supersede(successor: string, on: Date, reason?: string | null, by?: string | null): boolean;
    revise(on: Date, reason: string, by: string): boolean;
    findVersion(state: AssessmentStateName): AssessmentVersion | null;
    checkVersions(): any[];
    /** The same by another template, and what came of each part. */
    migrate(oldForm: AssessmentTemplate | string, newForm: AssessmentTemplate | string, mapping: TemplateMapping | null):
        [Assessment, Table];
    /** What the template asks and nobody answered, and what a reader would ask. The template may be the name of one
     * that is built in. */
    validate(form: AssessmentTemplate | string, day: Date | string): any[];
    summarise(form: AssessmentTemplate | string): Table;
    reviewState(form: AssessmentTemplate | string, day: Date | string): number;
    getReviewWindow(form: AssessmentTemplate | string): [Date, Date] | null;
    /** A page; options may be the day as of which the page says what checking finds. */
    toHtml(form: AssessmentTemplate | string, options?: Date | any): string;
    diffToHtml(newer: Assessment, options?: Date | any): string;
    diffToJson(newer: Assessment): string;
    /** What became of the evidence that points at figures, in newer ones. */
    refresh(sets: any[], day: Date): AssessmentRefresh;
}

/** A form that was filled in, as far as it could be read; see Marmot.AssessmentImport. */
export interface AssessmentImport {
    getAssessment(): Assessment;
    getFindings(): any[];
    getLeftovers(): Table;
}

/** Where the answers to one template belong in another; see Marmot.TemplateMapping. */
export interface TemplateMapping {
    getOldTemplate(): string;
    getNewTemplate(): string;
    findQuestion(id: string): string | null;
    findDimension(id: string): string | null;
}

/** What became of evidence in newer figures; see Marmot.AssessmentRefresh. */
export interface AssessmentRefresh {
    getTable(): Table;
    listFindings(): any[];
    count(move: number | string): number;
    apply(): number;
}

/** The assessments of an organisation; see Marmot.AssessmentRegister. */
export interface AssessmentRegister {
    get_item(place: number): Assessment | null;
    get_n_items(): number;
    loadFolder(folder: any, cancellable: any): boolean;
    loadFile(file: any, cancellable: any): boolean;
    loadBytes(json: any, name: string | null): void;
    listFaults(): any[];
    add(assessment: Assessment, file: string | null): void;
    remove(position: number): void;
    lookup(id: string): Assessment | null;
    getFile(position: number): string | null;
    addTemplate(form: AssessmentTemplate): void;
    findTemplate(assessment: Assessment): AssessmentTemplate | null;
    validate(day: Date): any[];
    summarise(day: Date): Table;
    listStates(day: Date): Table;
    listReviews(day: Date): Table;
    listOverdue(day: Date): Table;
    countGaps(day: Date): Table;
    countDimensions(options?: any): Table;
    countIndicators(): Table;
    listChains(): Table;
    listPlans(): ActionPlan[];
    refresh(sets: any[], day: Date): AssessmentRefresh;
}

/** A dimension along which an assessment looks at differences; see Marmot.Dimension. */
export interface Dimension {
    readonly id: string;
    readonly label: string;
    readonly kind: number;
    readonly legalBasis: string | null;
    readonly definition: string | null;
    isStatutory(): boolean;
}
/** A dimension; local if it is not said. */
export function dimension(fields: {
    id: string;
    label: string;
    kind?: 'protected' | 'socio-economic' | 'geographic' | 'inclusion' | 'local' | number;
    legalBasis?: string | null;
    definition?: string | null;
}): Dimension;

/** A part of a template; see Marmot.TemplateStage. */
export interface TemplateStage {
    readonly id: string;
    readonly title: string;
}
/** A question of a template; see Marmot.TemplateQuestion. */
export interface TemplateQuestion {
    readonly id: string;
    readonly number: string | null;
    readonly stage: string;
    readonly parent: string | null;
    readonly text: string;
    readonly prompts: string[];
    readonly choices: string[];
    readonly answer: number;
    readonly required: boolean;
    appliesTo(kind: number): boolean;
}
/** The form of an assessment; see Marmot.AssessmentTemplate. */
export interface AssessmentTemplate {
    readonly id: string;
    readonly title: string;
    readonly publisher: string;
    readonly licence: string;
    readonly attribution: string | null;
    readonly source: string | null;
    readonly notes: string | null;
    readonly digest: string;
    readonly reviewFrom: number;
    readonly reviewUntil: number;
    readonly stages: Iterable<TemplateStage>;
    readonly questions: Iterable<TemplateQuestion>;
    readonly dimensions: Iterable<Dimension>;
    findQuestion(id: string): TemplateQuestion | null;
    findDimension(id: string): Dimension | null;
    isValidOn(day: Date): boolean;
    withDimensions(id: string, dimensions: Dimension[]): AssessmentTemplate;
    toJson(): Uint8Array;
    /** An empty form. */
    toHtml(): string;
    equals(other: unknown): boolean;
}
export interface AssessmentTemplateClass {
    /** Of those that are built in. */
    new_builtin(id: string): AssessmentTemplate;
    list_builtin(): string[];
    read(file: string | any): AssessmentTemplate;
    parse(document: string | Uint8Array | object): AssessmentTemplate;
    /** What is wrong with a template, by path. */
    check(document: string | Uint8Array | object): any[];
}

/** The short name of a member: "done" for nickOf(Marmot.ActionState, Marmot.ActionState.DONE). */
export function nickOf(enumeration: any, value: number): string;

/** The classes of these rooms, as the default export has them. */
export interface Documents {
    readonly AssessmentTemplate: AssessmentTemplateClass;
    readonly ActionChange: DocumentClass<ActionChange, ActionChangeFields>;
    readonly ActionLink: DocumentClass<ActionLink, ActionLinkFields>;
    readonly ActionNote: DocumentClass<ActionNote, ActionNoteFields>;
    readonly Evidence: DocumentClass<Evidence, EvidenceFields>;
    readonly Action: DocumentClass<Action, ActionFields>;
    readonly ActionPlan: FileClass<ActionPlan, ActionPlanFields>;
    readonly VoiceItem: DocumentClass<VoiceItem, VoiceItemFields>;
    readonly VoiceTracker: FileClass<VoiceTracker, VoiceTrackerFields>;
    readonly WorkforceOccupation: DocumentClass<WorkforceOccupation, WorkforceOccupationFields>;
    readonly WorkforceRole: DocumentClass<WorkforceRole, WorkforceRoleFields>;
    readonly Workforce: FileClass<Workforce, WorkforceFields>;
    readonly PromiseRating: DocumentClass<PromiseRating, PromiseRatingFields>;
    readonly Promise: DocumentClass<Promise, PromiseFields>;
    readonly Pledge: FileClass<Pledge, PledgeFields>;
    readonly SelfJudgement: DocumentClass<SelfJudgement, SelfJudgementFields>;
    readonly SelfEvaluation: FileClass<SelfEvaluation, SelfEvaluationFields>;
    readonly Meeting: DocumentClass<Meeting, MeetingFields>;
    readonly ForwardPlan: FileClass<ForwardPlan, ForwardPlanFields>;
    readonly AssessmentResponse: DocumentClass<AssessmentResponse, AssessmentResponseFields>;
    readonly AssessmentGroup: DocumentClass<AssessmentGroup, AssessmentGroupFields>;
    readonly AssessmentOutcome: DocumentClass<AssessmentOutcome, AssessmentOutcomeFields>;
    readonly AssessmentReview: DocumentClass<AssessmentReview, AssessmentReviewFields>;
    readonly AssessmentEngagement: DocumentClass<AssessmentEngagement, AssessmentEngagementFields>;
    readonly Assessment: FileClass<Assessment, AssessmentFields>;
}

/** The group of every row, for groups that are used more than once. */
export function groups(keys: Keys | Groups): Groups;

/** The day of a number of days since 1 January 1970, at midnight UTC. */
export function dayToDate(day: number): Date;
export function dateToDay(date: Date): number;

/** Every type, function and constant of the library, converted. */
declare const Marmot: Documents & {readonly [name: string]: any};
export default Marmot;
