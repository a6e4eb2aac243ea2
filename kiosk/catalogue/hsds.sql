-- The tables of HSDS 3.1 (Open Referral) under their own names and columns. Texts in them are English, since HSDS has one
-- language; every wording is in `translation`. Ids are those of the sources.

-- Whoever provides services, of any order of government or sector.
CREATE TABLE organization (
    id TEXT PRIMARY KEY NOT NULL,
    name TEXT NOT NULL,
    alternate_name TEXT,
    description TEXT NOT NULL,
    email TEXT,
    website TEXT,
    tax_status TEXT,
    tax_id TEXT,
    year_incorporated INTEGER,
    legal_status TEXT,
    logo TEXT,
    uri TEXT,
    parent_organization_id TEXT REFERENCES organization (id)
) STRICT;

-- A group of services of one organization; the Nova Scotia sources name none.
CREATE TABLE program (
    id TEXT PRIMARY KEY NOT NULL,
    organization_id TEXT NOT NULL REFERENCES organization (id),
    name TEXT NOT NULL,
    alternate_name TEXT,
    description TEXT NOT NULL
) STRICT;

-- What a person can get.
CREATE TABLE service (
    id TEXT PRIMARY KEY NOT NULL,
    organization_id TEXT NOT NULL REFERENCES organization (id),
    program_id TEXT REFERENCES program (id),
    name TEXT NOT NULL,
    alternate_name TEXT,
    description TEXT,
    url TEXT,
    email TEXT,
    status TEXT NOT NULL CHECK (status IN ('active', 'inactive', 'defunct', 'temporarily closed')),
    interpretation_services TEXT,
    application_process TEXT,
    fees_description TEXT,
    wait_time TEXT,
    fees TEXT,
    accreditations TEXT,
    eligibility_description TEXT,
    minimum_age INTEGER,
    maximum_age INTEGER,
    assured_date TEXT,
    assurer_email TEXT,
    licenses TEXT,
    alert TEXT,
    last_modified TEXT
) STRICT;

-- A place.
CREATE TABLE location (
    id TEXT PRIMARY KEY NOT NULL,
    location_type TEXT NOT NULL CHECK (location_type IN ('physical', 'postal', 'virtual')),
    url TEXT,
    organization_id TEXT REFERENCES organization (id),
    name TEXT,
    alternate_name TEXT,
    description TEXT,
    transportation TEXT,
    latitude REAL,
    longitude REAL,
    external_identifier TEXT,
    external_identifier_type TEXT
) STRICT;

-- Which service is given at which place.
CREATE TABLE service_at_location (
    id TEXT PRIMARY KEY NOT NULL,
    service_id TEXT NOT NULL REFERENCES service (id),
    location_id TEXT NOT NULL REFERENCES location (id),
    description TEXT
) STRICT;

-- A person or a desk to ask for.
CREATE TABLE contact (
    id TEXT PRIMARY KEY NOT NULL,
    organization_id TEXT REFERENCES organization (id),
    service_id TEXT REFERENCES service (id),
    service_at_location_id TEXT REFERENCES service_at_location (id),
    location_id TEXT REFERENCES location (id),
    name TEXT,
    title TEXT,
    department TEXT,
    email TEXT
) STRICT;

-- One line that answers for one service, organization or place; the same number has as many rows as owners.
CREATE TABLE phone (
    id TEXT PRIMARY KEY NOT NULL,
    location_id TEXT REFERENCES location (id),
    service_id TEXT REFERENCES service (id),
    organization_id TEXT REFERENCES organization (id),
    contact_id TEXT REFERENCES contact (id),
    service_at_location_id TEXT REFERENCES service_at_location (id),
    number TEXT NOT NULL,
    extension INTEGER,
    type TEXT,
    description TEXT
) STRICT;

-- The street address of a place.
CREATE TABLE address (
    id TEXT PRIMARY KEY NOT NULL,
    location_id TEXT REFERENCES location (id),
    attention TEXT,
    address_1 TEXT NOT NULL,
    address_2 TEXT,
    city TEXT NOT NULL,
    region TEXT,
    state_province TEXT NOT NULL,
    postal_code TEXT NOT NULL,
    country TEXT NOT NULL,
    address_type TEXT NOT NULL CHECK (address_type IN ('physical', 'postal', 'virtual'))
) STRICT;

-- When a place is open, one recurring stretch a row.
CREATE TABLE schedule (
    id TEXT PRIMARY KEY NOT NULL,
    service_id TEXT REFERENCES service (id),
    location_id TEXT REFERENCES location (id),
    service_at_location_id TEXT REFERENCES service_at_location (id),
    valid_from TEXT,
    valid_to TEXT,
    dtstart TEXT,
    timezone REAL,
    until TEXT,
    count INTEGER,
    wkst TEXT CHECK (wkst IN ('MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU')),
    freq TEXT,
    interval INTEGER,
    byday TEXT,
    byweekno TEXT,
    bymonthday TEXT,
    byyearday TEXT,
    description TEXT,
    opens_at TEXT,
    closes_at TEXT,
    schedule_link TEXT,
    attending_type TEXT,
    notes TEXT
) STRICT;

-- Who pays for a service or an organization.
CREATE TABLE funding (
    id TEXT PRIMARY KEY NOT NULL,
    organization_id TEXT REFERENCES organization (id),
    service_id TEXT REFERENCES service (id),
    source TEXT
) STRICT;

-- Where a person must live to use a service.
CREATE TABLE service_area (
    id TEXT PRIMARY KEY NOT NULL,
    service_id TEXT REFERENCES service (id),
    service_at_location_id TEXT REFERENCES service_at_location (id),
    name TEXT,
    description TEXT,
    extent TEXT,
    extent_type TEXT,
    uri TEXT
) STRICT;

-- A paper to bring to a service.
CREATE TABLE required_document (
    id TEXT PRIMARY KEY NOT NULL,
    service_id TEXT REFERENCES service (id),
    document TEXT,
    uri TEXT
) STRICT;

-- In which languages a service, place or line answers.
CREATE TABLE language (
    id TEXT PRIMARY KEY NOT NULL,
    service_id TEXT REFERENCES service (id),
    location_id TEXT REFERENCES location (id),
    phone_id TEXT REFERENCES phone (id),
    name TEXT,
    code TEXT,
    note TEXT
) STRICT;

-- What makes a place accessible, or that it is not.
CREATE TABLE accessibility (
    id TEXT PRIMARY KEY NOT NULL,
    location_id TEXT REFERENCES location (id),
    description TEXT,
    details TEXT,
    url TEXT
) STRICT;

-- A price.
CREATE TABLE cost_option (
    id TEXT PRIMARY KEY NOT NULL,
    service_id TEXT NOT NULL REFERENCES service (id),
    valid_from TEXT,
    valid_to TEXT,
    option TEXT,
    currency TEXT,
    amount REAL,
    amount_description TEXT
) STRICT;

-- A registration number of an organization.
CREATE TABLE organization_identifier (
    id TEXT PRIMARY KEY NOT NULL,
    organization_id TEXT NOT NULL REFERENCES organization (id),
    identifier_scheme TEXT,
    identifier_type TEXT NOT NULL,
    identifier TEXT NOT NULL
) STRICT;

-- Further web addresses, such as the French page of a service.
CREATE TABLE url (
    id TEXT PRIMARY KEY NOT NULL,
    label TEXT,
    url TEXT NOT NULL,
    organization_id TEXT REFERENCES organization (id),
    service_id TEXT REFERENCES service (id)
) STRICT;

-- A list of terms.
CREATE TABLE taxonomy (
    id TEXT PRIMARY KEY NOT NULL,
    name TEXT NOT NULL,
    description TEXT NOT NULL,
    uri TEXT,
    version TEXT
) STRICT;

-- A term that classifies services; every bundle is one too.
CREATE TABLE taxonomy_term (
    id TEXT PRIMARY KEY NOT NULL,
    code TEXT,
    name TEXT NOT NULL,
    description TEXT NOT NULL,
    parent_id TEXT REFERENCES taxonomy_term (id),
    taxonomy TEXT,
    language TEXT,
    taxonomy_id TEXT REFERENCES taxonomy (id),
    term_uri TEXT
) STRICT;

-- Which term describes which service.
CREATE TABLE attribute (
    id TEXT PRIMARY KEY NOT NULL,
    link_id TEXT NOT NULL,
    taxonomy_term_id TEXT NOT NULL REFERENCES taxonomy_term (id),
    link_type TEXT,
    link_entity TEXT NOT NULL,
    value TEXT,
    label TEXT
) STRICT;

-- What a capacity is counted in.
CREATE TABLE unit (
    id TEXT PRIMARY KEY NOT NULL,
    name TEXT NOT NULL,
    scheme TEXT,
    identifier TEXT,
    uri TEXT
) STRICT;

-- How many places a service has left.
CREATE TABLE service_capacity (
    id TEXT PRIMARY KEY NOT NULL,
    service_id TEXT NOT NULL REFERENCES service (id),
    unit_id TEXT NOT NULL REFERENCES unit (id),
    available REAL NOT NULL,
    maximum REAL,
    description TEXT,
    updated TEXT NOT NULL
) STRICT;

-- Changes made to a record since the first edition.
CREATE TABLE metadata (
    id TEXT PRIMARY KEY NOT NULL,
    resource_id TEXT NOT NULL,
    resource_type TEXT NOT NULL,
    last_action_date TEXT NOT NULL,
    last_action_type TEXT NOT NULL,
    field_name TEXT NOT NULL,
    previous_value TEXT NOT NULL,
    replacement_value TEXT NOT NULL,
    updated_by TEXT NOT NULL
) STRICT;

-- The language and the characters of each table.
CREATE TABLE meta_table_description (
    id TEXT PRIMARY KEY NOT NULL,
    name TEXT,
    language TEXT,
    character_set TEXT
) STRICT;
