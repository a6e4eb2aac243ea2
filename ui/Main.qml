pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Guichet.Bridge
import Guichet.Controls
import Guichet.Theme

// The citizen's window: header, one page, the bar that never moves, and the question "Are you still there?".
Window {
    id: root

    required property KioskViewModel kiosk
    required property ComfortViewModel comfort
    required property PatienceViewModel patience

    readonly property bool attract: root.kiosk.page === "attract"
    // What at the top of the panel is not to be touched: the upper half in Lower, and whatever is too high for who sits.
    readonly property int above: Math.max(root.kiosk.outOfReach - Theme.headerAir, root.comfort.lower ? root.height * 0.5 : 0)
    // What is being read aloud, where that has no ring of its own.
    property Item spoken: null

    function show() {
        const byKeys = root.activeFocusItem as T.AbstractButton;
        const keysInUse = byKeys !== null && byKeys.visualFocus;
        const name = root.kiosk.page;
        const properties = name === "attract" ? {
            "kiosk": root.kiosk
        } : {
            "view": root.kiosk.viewOf(name)
        };
        pages.setSource("Guichet/Citizen/" + name.charAt(0).toUpperCase() + name.slice(1) + "Page.qml", properties);
        if (keysInUse)
            root.step(pages.item, true);
        arrival.restart();
        settling.restart();
    }

    // The next control in reading order, or the one before; from nowhere, the first of the page.
    function step(from: Item, forward: bool) {
        const start = from ?? (pages.item as Item);
        const next = start.nextItemInFocusChain(forward);
        next.forceActiveFocus(forward ? Qt.TabFocusReason : Qt.BacktabFocusReason);
    }

    function goBack() {
        if (root.kiosk.canGoBack)
            root.kiosk.back();
    }

    visible: true
    color: Theme.colours.paper
    title: "Guichet"

    Component.onCompleted: root.show()

    Binding {
        target: Theme
        property: "pixelsPerMm"
        value: root.kiosk.pixelsPerMm
    }
    Binding {
        target: Theme
        property: "letters"
        value: root.comfort.letters
    }
    Binding {
        target: Theme
        property: "palette"
        value: root.comfort.palette
    }
    Binding {
        target: Theme
        property: "steady"
        value: root.comfort.steady
    }
    Binding {
        target: Theme
        property: "motion"
        value: root.comfort.motion
    }
    Binding {
        target: Theme
        property: "lower"
        value: root.comfort.lower
    }
    Binding {
        target: Theme
        property: "officeLanguage"
        value: root.kiosk.officeLanguage
    }
    Binding {
        target: Theme
        property: "landscape"
        value: root.width > root.height
    }
    Connections {
        target: root.kiosk

        function onMoved() {
            root.show();
        }
    }
    Item {
        id: stage

        objectName: "stage"
        anchors.fill: parent
        enabled: !root.patience.warning
        visible: !root.patience.warning

        LayoutMirroring.enabled: root.kiosk.rightToLeft
        LayoutMirroring.childrenInherit: true

        // The keys of a keypad: two arrows move, the bar at the left goes back, the diamond helps.
        Keys.onEscapePressed: root.goBack()
        Keys.onLeftPressed: root.goBack()
        Keys.onDownPressed: root.step(root.activeFocusItem, true)
        Keys.onUpPressed: root.step(root.activeFocusItem, false)
        Keys.onRightPressed: root.step(root.activeFocusItem, true)
        Keys.onPressed: event => {
            event.accepted = event.key === Qt.Key_F1;
            if (event.accepted)
                root.kiosk.openHelp();
        }

        Landscape {
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.top: parent.top
            height: root.above > Theme.header ? root.above : 0
        }
        Loader {
            id: header

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.top: parent.top
            anchors.topMargin: root.above
            active: !root.attract
            sourceComponent: Header {
                language: root.kiosk.language
                languages: root.kiosk.languages
                languageNames: root.kiosk.languageNames
                onLanguageChosen: language => root.kiosk.speak(language)
            }
        }
        Loader {
            id: pages

            objectName: "pages"
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.top: root.attract ? parent.top : header.bottom
            anchors.topMargin: root.attract && root.comfort.lower ? root.above : 0
            anchors.bottom: bar.top
            focus: true

            NumberAnimation {
                id: arrival

                target: pages
                property: "opacity"
                from: Theme.motion ? 0.3 : 1
                to: 1
                duration: Theme.fade
            }
        }
        BottomBar {
            id: bar

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.bottom: parent.bottom
            canGoBack: root.kiosk.canGoBack
            greetings: root.attract ? root.kiosk.greetings : []
            discreet: root.kiosk.discreet
            asking: root.kiosk.asksToStartOver
            settings: root.kiosk.page === "help"
            lowered: root.comfort.lower
            listening: root.comfort.listening
            onBack: root.kiosk.back()
            onStartOver: root.kiosk.startOver()
            onGoOn: root.kiosk.goOn()
            onLeave: root.kiosk.leave()
            onHelp: root.kiosk.openHelp()
            onLetters: root.kiosk.openSettings()
            onLower: root.comfort.setLower(!root.comfort.lower)
            onListen: root.comfort.setListening(!root.comfort.listening)
        }
        // A second touch meant for the screen before must not choose anything on this one.
        MouseArea {
            objectName: "settling"
            anchors.fill: pages
            visible: settling.running

            Timer {
                id: settling

                interval: Theme.settle
            }
        }
    }
    // Loaded by name when it is first asked: the first picture need not wait for it.
    Loader {
        LayoutMirroring.enabled: root.kiosk.rightToLeft
        LayoutMirroring.childrenInherit: true

        readonly property bool asked: root.patience.warning

        anchors.fill: parent
        onAskedChanged: {
            if (asked)
                setSource("Guichet/Citizen/StillThere.qml", {
                    "patience": root.patience,
                    "lower": root.comfort.lower
                });
            else
                source = "";
        }
    }
    // Nothing to see, for whoever listens; any touch brings the picture back, and reaches nothing under it.
    Loader {
        anchors.fill: parent
        z: 1
        active: root.comfort.blank
        sourceComponent: Rectangle {
            color: Theme.colours.night

            MouseArea {
                anchors.fill: parent
                onClicked: root.comfort.setBlank(false)
            }
        }
    }
    // Loaded by name when something is first read aloud.
    Loader {
        id: ring

        readonly property bool reading: root.spoken !== null

        anchors.fill: parent
        onReadingChanged: if (reading && source.toString() === "")
            setSource("Guichet/Controls/ReadingRing.qml")

        Binding {
            target: ring.item
            property: "target"
            value: root.spoken
            when: ring.item !== null
        }
    }
}
