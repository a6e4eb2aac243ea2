pragma ComponentBehavior: Bound
import QtQuick
import Guichet.Bridge
import Guichet.Citizen
import Guichet.Controls
import Guichet.Theme

// The window: the greeting alone at first, which is drawn before anything else is loaded, then the stage with every page.
Window {
    id: root

    required property GreetingViewModel greeting
    required property ComfortViewModel comfort
    required property real pixelsPerMm
    // Pixels at the top of the panel that nobody who sits can touch.
    required property int outOfReach

    // Stage.qml, once it is loaded.
    property Item stage: null
    // What is being read aloud, where that has no ring of its own.
    property Item spoken: null

    color: Theme.colours.paper
    title: "Guichet"

    Loader {
        anchors.fill: parent
        active: root.stage === null
        sourceComponent: Item {
            Landscape {
                anchors.left: parent.left
                anchors.right: parent.right
                anchors.top: parent.top
                height: root.comfort.lower && Theme.above > Theme.header ? Theme.above : 0
            }
            AttractPage {
                anchors.left: parent.left
                anchors.right: parent.right
                anchors.top: parent.top
                anchors.topMargin: root.comfort.lower ? Theme.above : 0
                anchors.bottom: keys.top
                view: root.greeting
            }
            BottomBar {
                id: keys

                anchors.left: parent.left
                anchors.right: parent.right
                anchors.bottom: parent.bottom
                canGoBack: false
                greetings: root.greeting.greetings
                lowered: root.comfort.lower
            }
        }
    }
    // Loaded by name when something is first read aloud.
    Loader {
        id: ring

        readonly property bool reading: root.spoken !== null

        anchors.fill: parent
        z: 1
        visible: !root.comfort.blank
        onReadingChanged: if (reading && source.toString() === "")
            setSource("Guichet/Controls/ReadingRing.qml")

        Binding {
            target: ring.item
            property: "target"
            value: root.spoken
            when: ring.item !== null
        }
    }
    // Last, for what stands last is completed first: the greeting is made for this panel, and not for another before it.
    Binding {
        target: Theme
        property: "pixelsPerMm"
        value: root.pixelsPerMm
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
        property: "above"
        value: Math.min(Theme.spared, Math.max(root.outOfReach - Theme.headerAir, root.comfort.lower ? root.height * 0.5 : 0))
    }
    Binding {
        target: Theme
        property: "window"
        value: Qt.size(root.width, root.height)
    }
}
