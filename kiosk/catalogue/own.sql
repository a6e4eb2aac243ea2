-- What HSDS has no place for, beside its tables. A `position` is the order of the sources, from 0.

-- Which catalogue this is: one row.
CREATE TABLE edition (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    version INTEGER NOT NULL CHECK (version > 0),
    day TEXT NOT NULL,
    jurisdiction TEXT NOT NULL,
    publisher TEXT NOT NULL
) STRICT;

-- Every wording of every text, by table, row, field and language; `status` says of a name whether it is official.
CREATE TABLE translation (
    entity TEXT NOT NULL,
    entity_id TEXT NOT NULL,
    field TEXT NOT NULL,
    language TEXT NOT NULL,
    text TEXT NOT NULL CHECK (text <> ''),
    status TEXT NOT NULL DEFAULT '' CHECK (status IN ('', 'official', 'translated', 'same')),
    PRIMARY KEY (entity, entity_id, field, language)
) STRICT, WITHOUT ROWID;

-- Where each fact was found, when, and how sure the editors are; an empty `field` speaks of the whole row.
CREATE TABLE provenance (
    entity TEXT NOT NULL,
    entity_id TEXT NOT NULL,
    field TEXT NOT NULL,
    basis TEXT NOT NULL,
    url TEXT NOT NULL,
    as_of TEXT NOT NULL,
    confidence TEXT NOT NULL CHECK (confidence IN ('high', 'medium', 'low', '')),
    url_seen INTEGER NOT NULL CHECK (url_seen IN (0, 1)),
    verified INTEGER NOT NULL CHECK (verified IN (0, 1)),
    PRIMARY KEY (entity, entity_id, field)
) STRICT, WITHOUT ROWID;

-- What the editors want verified; the words are in `translation`, field `doubt.<position>`.
CREATE TABLE doubt (
    entity TEXT NOT NULL,
    entity_id TEXT NOT NULL,
    position INTEGER NOT NULL,
    PRIMARY KEY (entity, entity_id, position)
) STRICT, WITHOUT ROWID;

-- Everyday words that find a service or a bundle.
CREATE TABLE word (
    entity TEXT NOT NULL,
    entity_id TEXT NOT NULL,
    language TEXT NOT NULL,
    position INTEGER NOT NULL,
    word TEXT NOT NULL,
    PRIMARY KEY (entity, entity_id, language, position)
) STRICT, WITHOUT ROWID;

-- The order of government of an organization, and whether its address is kept secret.
CREATE TABLE organization_detail (
    organization_id TEXT PRIMARY KEY NOT NULL REFERENCES organization (id),
    position INTEGER NOT NULL UNIQUE,
    government_level TEXT NOT NULL
        CHECK (government_level IN ('federal', 'provincial', 'municipal', 'community', 'indigenous')),
    confidential_address INTEGER NOT NULL CHECK (confidential_address IN (0, 1))
) STRICT, WITHOUT ROWID;

-- How exactly a place is known, and what one finds there.
CREATE TABLE location_detail (
    location_id TEXT PRIMARY KEY NOT NULL REFERENCES location (id),
    position INTEGER NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    precision_m INTEGER,
    wheelchair INTEGER CHECK (wheelchair IN (0, 1)),
    parking TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Every telephone number, once, with its French, text-telephone and toll-free twins.
CREATE TABLE phone_number (
    id TEXT PRIMARY KEY NOT NULL,
    position INTEGER NOT NULL UNIQUE,
    number TEXT NOT NULL,
    number_fr TEXT NOT NULL,
    number_tty TEXT NOT NULL,
    toll_free_or_local TEXT NOT NULL,
    kind TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Which number answers for which organization, place or service.
CREATE TABLE phone_use (
    entity TEXT NOT NULL CHECK (entity IN ('organization', 'location', 'service')),
    entity_id TEXT NOT NULL,
    position INTEGER NOT NULL,
    phone_number_id TEXT NOT NULL REFERENCES phone_number (id),
    PRIMARY KEY (entity, entity_id, position)
) STRICT, WITHOUT ROWID;

-- When a number answers: the columns of `schedule` that HSDS gives to places only.
CREATE TABLE phone_schedule (
    id TEXT PRIMARY KEY NOT NULL,
    phone_number_id TEXT NOT NULL REFERENCES phone_number (id),
    valid_from TEXT,
    valid_to TEXT,
    dtstart TEXT,
    until TEXT,
    freq TEXT,
    interval INTEGER,
    byday TEXT,
    bymonthday TEXT,
    opens_at TEXT,
    closes_at TEXT,
    notes TEXT
) STRICT;

-- What sort of hours a place or a number has, and by which clock (empty: the clock on the wall here).
CREATE TABLE opening (
    entity TEXT NOT NULL CHECK (entity IN ('location', 'phone_number')),
    entity_id TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('unknown', 'always', 'by_appointment', 'timetable')),
    zone TEXT NOT NULL,
    PRIMARY KEY (entity, entity_id)
) STRICT, WITHOUT ROWID;

-- Whose public holidays close the place or the number.
CREATE TABLE holiday_observance (
    entity TEXT NOT NULL CHECK (entity IN ('location', 'phone_number')),
    entity_id TEXT NOT NULL,
    jurisdiction TEXT NOT NULL,
    PRIMARY KEY (entity, entity_id)
) STRICT, WITHOUT ROWID;

-- Hours kept on those holidays; none means closed.
CREATE TABLE holiday_hours (
    entity TEXT NOT NULL CHECK (entity IN ('location', 'phone_number')),
    entity_id TEXT NOT NULL,
    position INTEGER NOT NULL,
    opens_at TEXT NOT NULL,
    closes_at TEXT NOT NULL,
    PRIMARY KEY (entity, entity_id, position)
) STRICT, WITHOUT ROWID;

-- A day unlike its weekday; without hours it is closed. The reason is in `translation`.
CREATE TABLE special_day (
    id TEXT PRIMARY KEY NOT NULL,
    entity TEXT NOT NULL CHECK (entity IN ('location', 'phone_number')),
    entity_id TEXT NOT NULL,
    date TEXT NOT NULL,
    opens_at TEXT,
    closes_at TEXT
) STRICT;

-- The stable number of a service (tokens carry it, it is never reused) and what HSDS does not say of it.
CREATE TABLE service_detail (
    service_id TEXT PRIMARY KEY NOT NULL REFERENCES service (id),
    number INTEGER NOT NULL UNIQUE CHECK (number > 0),
    government_level TEXT NOT NULL
        CHECK (government_level IN ('federal', 'provincial', 'municipal', 'community', 'indigenous')),
    fitness TEXT NOT NULL CHECK (fitness IN ('self_service', 'mediated')),
    automatic INTEGER NOT NULL CHECK (automatic IN (0, 1)),
    discreet INTEGER NOT NULL CHECK (discreet IN (0, 1)),
    mail_address TEXT NOT NULL,
    area TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- How an organization's services are given at the places of `host_id`: a row for each pair that a service joins.
CREATE TABLE delivery (
    organization_id TEXT NOT NULL REFERENCES organization (id),
    host_id TEXT NOT NULL REFERENCES organization (id),
    structure TEXT NOT NULL CHECK (structure IN ('direct', 'co_located', 'shared', 'agent', 'integrated_agency')),
    lead_id TEXT REFERENCES organization (id) CHECK ((structure = 'shared') = (lead_id IS NOT NULL)),
    verified INTEGER NOT NULL CHECK (verified IN (0, 1)),
    PRIMARY KEY (organization_id, host_id)
) STRICT, WITHOUT ROWID;

-- The ways to reach a service (CPSV-AP Channel).
CREATE TABLE channel (
    service_id TEXT NOT NULL REFERENCES service (id),
    position INTEGER NOT NULL,
    type TEXT NOT NULL,
    PRIMARY KEY (service_id, position)
) STRICT, WITHOUT ROWID;

-- Who can get a service, or when a step applies, as one JSON tree (docs/catalogue.md gives its grammar).
CREATE TABLE condition (
    entity TEXT NOT NULL CHECK (entity IN ('service', 'step')),
    entity_id TEXT NOT NULL,
    tree TEXT NOT NULL CHECK (json_valid(tree)),
    PRIMARY KEY (entity, entity_id)
) STRICT, WITHOUT ROWID;

-- Which facts a condition asks about.
CREATE TABLE condition_fact (
    entity TEXT NOT NULL,
    entity_id TEXT NOT NULL,
    fact_id TEXT NOT NULL REFERENCES fact (id),
    PRIMARY KEY (entity, entity_id, fact_id),
    FOREIGN KEY (entity, entity_id) REFERENCES condition (entity, entity_id)
) STRICT, WITHOUT ROWID;

-- A paper: brought as evidence, or given by a service (CPSV-AP Evidence and Output).
CREATE TABLE document (
    id TEXT PRIMARY KEY NOT NULL,
    position INTEGER NOT NULL UNIQUE,
    form TEXT NOT NULL CHECK (form IN ('original', 'copy', 'number', 'either')),
    issuing_service_id TEXT REFERENCES service (id)
) STRICT, WITHOUT ROWID;

-- Which other papers count as a paper.
CREATE TABLE document_substitute (
    document_id TEXT NOT NULL REFERENCES document (id),
    position INTEGER NOT NULL,
    substitute_id TEXT NOT NULL REFERENCES document (id),
    PRIMARY KEY (document_id, position)
) STRICT, WITHOUT ROWID;

-- What a service asks to see: any one of the papers that share a `requirement`; not `certain` when only some must.
CREATE TABLE requirement (
    required_document_id TEXT PRIMARY KEY NOT NULL REFERENCES required_document (id),
    service_id TEXT NOT NULL REFERENCES service (id),
    requirement INTEGER NOT NULL,
    position INTEGER NOT NULL,
    document_id TEXT NOT NULL REFERENCES document (id),
    certain INTEGER NOT NULL CHECK (certain IN (0, 1)),
    UNIQUE (service_id, requirement, position)
) STRICT, WITHOUT ROWID;

-- The papers a service gives.
CREATE TABLE service_output (
    service_id TEXT NOT NULL REFERENCES service (id),
    position INTEGER NOT NULL,
    document_id TEXT NOT NULL REFERENCES document (id),
    PRIMARY KEY (service_id, position)
) STRICT, WITHOUT ROWID;

-- Which service leans on which other one.
CREATE TABLE service_dependency (
    service_id TEXT NOT NULL REFERENCES service (id),
    position INTEGER NOT NULL,
    needed_service_id TEXT NOT NULL REFERENCES service (id),
    document_id TEXT REFERENCES document (id),
    kind TEXT NOT NULL CHECK (kind IN ('must', 'one_route', 'helps')),
    PRIMARY KEY (service_id, position)
) STRICT, WITHOUT ROWID;

-- What a date is counted from.
CREATE TABLE anchor (
    id TEXT PRIMARY KEY NOT NULL,
    position INTEGER NOT NULL UNIQUE
) STRICT, WITHOUT ROWID;

-- A service's own dates: deadlines, seasons, limits.
CREATE TABLE service_timing (
    id TEXT PRIMARY KEY NOT NULL,
    service_id TEXT NOT NULL REFERENCES service (id),
    position INTEGER NOT NULL,
    kind TEXT NOT NULL,
    anchor_id TEXT NOT NULL REFERENCES anchor (id),
    "offset" TEXT
) STRICT, WITHOUT ROWID;

-- One thing asked of the person.
CREATE TABLE fact (
    id TEXT PRIMARY KEY NOT NULL,
    position INTEGER NOT NULL UNIQUE,
    type TEXT NOT NULL CHECK (type IN ('boolean', 'choice', 'choice_multi', 'number', 'date', 'money_band')),
    sensitive INTEGER NOT NULL CHECK (sensitive IN (0, 1)),
    default_answer TEXT CHECK (default_answer IS NULL OR json_valid(default_answer)),
    derived_from TEXT NOT NULL,
    minimum INTEGER,
    maximum INTEGER
) STRICT, WITHOUT ROWID;

-- The answers to touch; a money band has its limits in whole dollars a year, both included.
CREATE TABLE fact_choice (
    fact_id TEXT NOT NULL REFERENCES fact (id),
    position INTEGER NOT NULL,
    value TEXT NOT NULL,
    minimum INTEGER,
    maximum INTEGER,
    PRIMARY KEY (fact_id, position),
    UNIQUE (fact_id, value)
) STRICT, WITHOUT ROWID;

-- An ordered set of steps for one life event or one clientele; its number is never reused.
CREATE TABLE bundle (
    id TEXT PRIMARY KEY NOT NULL,
    number INTEGER NOT NULL UNIQUE CHECK (number > 0),
    taxonomy_term_id TEXT NOT NULL UNIQUE REFERENCES taxonomy_term (id),
    kind TEXT NOT NULL CHECK (kind IN ('life_event', 'clientele')),
    theme TEXT NOT NULL,
    icon TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('draft', 'pilot', 'established', 'retired')),
    steward TEXT NOT NULL,
    review_date TEXT,
    sensitive INTEGER NOT NULL CHECK (sensitive IN (0, 1))
) STRICT, WITHOUT ROWID;

-- The event a bundle answers (CPSV-AP LifeEvent or BusinessEvent).
CREATE TABLE life_event (
    bundle_id TEXT PRIMARY KEY NOT NULL REFERENCES bundle (id),
    type TEXT NOT NULL CHECK (type IN ('life', 'business'))
) STRICT, WITHOUT ROWID;

-- Whom a bundle is for.
CREATE TABLE clientele (
    bundle_id TEXT NOT NULL REFERENCES bundle (id),
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (bundle_id, position)
) STRICT, WITHOUT ROWID;

-- What a bundle asks first (`ask`), asks if it matters (`optional`) or takes for granted (`assume`).
CREATE TABLE bundle_question (
    bundle_id TEXT NOT NULL REFERENCES bundle (id),
    role TEXT NOT NULL CHECK (role IN ('ask', 'optional', 'assume')),
    position INTEGER NOT NULL,
    fact_id TEXT NOT NULL REFERENCES fact (id),
    PRIMARY KEY (bundle_id, role, position)
) STRICT, WITHOUT ROWID;

-- One step; without a service it is something to do outside the catalogue. Its number is never reused in its bundle.
CREATE TABLE step (
    bundle_id TEXT NOT NULL REFERENCES bundle (id),
    id TEXT NOT NULL,
    position INTEGER NOT NULL,
    number INTEGER NOT NULL CHECK (number > 0),
    service_id TEXT REFERENCES service (id),
    level TEXT NOT NULL CHECK (level IN ('must', 'should', 'may')),
    shown_in TEXT CHECK (shown_in IN ('to_do', 'to_know', 'automatic')),
    own_papers INTEGER NOT NULL CHECK (own_papers IN (0, 1)),
    timing_kind TEXT,
    timing_anchor_id TEXT REFERENCES anchor (id),
    timing_offset TEXT,
    PRIMARY KEY (bundle_id, id),
    UNIQUE (bundle_id, number)
) STRICT, WITHOUT ROWID;

-- The papers of a step that asks for others than its service does (`own_papers`); none at all where it has no row.
CREATE TABLE step_paper (
    bundle_id TEXT NOT NULL,
    step_id TEXT NOT NULL,
    position INTEGER NOT NULL,
    document_id TEXT NOT NULL REFERENCES document (id),
    PRIMARY KEY (bundle_id, step_id, position),
    FOREIGN KEY (bundle_id, step_id) REFERENCES step (bundle_id, id)
) STRICT, WITHOUT ROWID;

-- Which step comes after which, whatever their dates.
CREATE TABLE step_dependency (
    bundle_id TEXT NOT NULL,
    step_id TEXT NOT NULL,
    position INTEGER NOT NULL,
    after_step_id TEXT NOT NULL,
    PRIMARY KEY (bundle_id, step_id, position),
    FOREIGN KEY (bundle_id, step_id) REFERENCES step (bundle_id, id),
    FOREIGN KEY (bundle_id, after_step_id) REFERENCES step (bundle_id, id)
) STRICT, WITHOUT ROWID;

-- Who takes part in a bundle (CPSV-AP Participation): the organizations of its services.
CREATE TABLE partner (
    bundle_id TEXT NOT NULL REFERENCES bundle (id),
    position INTEGER NOT NULL,
    organization_id TEXT NOT NULL REFERENCES organization (id),
    role TEXT NOT NULL,
    PRIMARY KEY (bundle_id, position),
    UNIQUE (bundle_id, organization_id, role)
) STRICT, WITHOUT ROWID;

-- What the partners of a bundle have signed; filled only from the sources. The purpose is in `translation`.
CREATE TABLE agreement (
    bundle_id TEXT PRIMARY KEY NOT NULL REFERENCES bundle (id),
    starts TEXT NOT NULL,
    ends TEXT,
    renewal TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Who signed an agreement.
CREATE TABLE agreement_party (
    bundle_id TEXT NOT NULL REFERENCES agreement (bundle_id),
    position INTEGER NOT NULL,
    organization_id TEXT NOT NULL REFERENCES organization (id),
    PRIMARY KEY (bundle_id, position)
) STRICT, WITHOUT ROWID;

-- One way in from the first screen.
CREATE TABLE door (
    id TEXT PRIMARY KEY NOT NULL,
    position INTEGER NOT NULL UNIQUE,
    kind TEXT NOT NULL CHECK (kind IN ('situation', 'clientele', 'urgent')),
    icon TEXT NOT NULL,
    theme TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- The bundles behind a door.
CREATE TABLE door_bundle (
    door_id TEXT NOT NULL REFERENCES door (id),
    position INTEGER NOT NULL,
    bundle_id TEXT NOT NULL REFERENCES bundle (id),
    PRIMARY KEY (door_id, position)
) STRICT, WITHOUT ROWID;

-- The services behind a door.
CREATE TABLE door_service (
    door_id TEXT NOT NULL REFERENCES door (id),
    position INTEGER NOT NULL,
    service_id TEXT NOT NULL REFERENCES service (id),
    PRIMARY KEY (door_id, position)
) STRICT, WITHOUT ROWID;
