import QtQuick

// Dark brown on cream: less glare, for migraine and for letters that seem to move.
Colours {
    paper: "#F3E6C8"
    card: "#FBF3DF"
    sunk: "#EBDDBB"
    hairline: "#CDBB92"
    tray: "#E3D2A9"

    ink: "#2A2418"
    inkSoft: "#463D2B"
    edge: "#6B5E43"

    action: "#0B3C5A"
    actionPressed: "#072B42"
    actionLip: "#041C2B"
    actionInk: "#FFF9EA"
    tint: "#E7E4CC"
    bar: "#33291A"
    barInk: "#FFF9EA"
    barPressed: "#0B3C5A"
    barRaised: "#FBF3DF"
    barRaisedInk: "#33291A"

    success: "#0A4A2C"
    successGround: "#DFE9CB"
    warning: "#573600"
    warningGround: "#FADFA0"
    danger: "#7E1616"
    dangerPressed: "#611010"
    dangerLip: "#4A0B0B"
    dangerGround: "#F8DDCB"

    first: "#7E2C14"
    clay: "#A8401F"
    focusLine: "#2A2418"

    sky: "#EFE2C2"
    farHill: "#E3DAB8"
    nearHill: "#D3CEA6"
    sand: "#E3D2A9"
    water: "#CFD6C0"

    function accent(theme: string): color {
        return {
            "bereavement": "#3F4650",
            "work": "#0B3C5A",
            "family": "#7A2460",
            "newcomer": "#3A3590",
            "senior": "#6B2D0F",
            "home": "#6E330D",
            "business": "#0C474B",
            "health": "#0A4A2C",
            "money": "#554000",
            "safety": "#7E1616"
        }[theme] ?? "#554000";
    }

    function ground(theme: string): color {
        return "#EADDB9";
    }
}
