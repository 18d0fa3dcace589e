import type { Rand } from '../../seed/random.ts'

/**
 * Names of an invented county, from several tongues. Family names are put together by rule, so there are thousands; how
 * often each is borne falls off as it does in any county: a few are common, most are rare.
 */
const given = (
  'Olivia Amelia Isla Ava Ivy Freya Lily Florence Mia Willow Rosie Sophia Isabella Grace Daisy Sienna Poppy Elsie Emily ' +
  'Ella Evelyn Phoebe Evie Charlotte Harper Millie Matilda Maya Sophie Alice Emilia Isabelle Ruby Luna Maisie Aria ' +
  'Penelope Mila Bonnie Eva Hallie Eliza Ada Violet Esme Arabella Imogen Jessica Delilah Chloe Zara Orla Thea Nancy Erin ' +
  'Margot Lottie Robyn Beatrice Edith Niamh Saoirse Siobhan Caoimhe Gwenllian Rhiannon Cerys Bronwen Aoife Eilidh Mairi ' +
  'Fatima Aisha Zainab Maryam Khadija Hafsa Safiya Sumaya Inaya Amina Halima Nusrat Shabnam Rukhsana Priya Ananya Diya ' +
  'Kavya Meera Simran Harpreet Gurleen Jaspreet Manpreet Zuzanna Agnieszka Katarzyna Malgorzata Weronika Oliwia Maja ' +
  'Aleksandra Natalia Gabriela Ioana Andreea Mihaela Chidinma Ngozi Adaeze Oluwadamilola Folasade Temitope Blessing ' +
  'Abena Akosua Esi Nomvula Thandiwe Mei Xiuying Yuxin Linh Thuy Huong Soraya Shirin Parisa Zeynep Elif Yasmin Leyla ' +
  'Noah Muhammad George Oliver Leo Arthur Oscar Theodore Freddie Archie Henry Luca Charlie Jack Theo Alfie Jacob Thomas ' +
  'Finley Arlo William Lucas Roman Tommy Isaac Teddy Alexander Luke Joshua James Edward Albie Elijah Max Mohammed Reuben ' +
  'Mason Sebastian Rory Jude Adam Benjamin Ethan Louie Hugo Daniel Samuel Joseph Logan Harrison Ezra Caleb Hudson Rowan ' +
  'Callum Fergus Hamish Lachlan Ruaridh Padraig Cillian Oisin Tadhg Gethin Llywelyn Iestyn Dafydd Ahmed Ibrahim Yusuf ' +
  'Bilal Hamza Mustafa Abdullah Zakariya Imran Tariq Junaid Faisal Khalid Usman Arjun Rohan Vihaan Aarav Gurpreet ' +
  'Jagdeep Sukhvinder Jakub Szymon Kacper Wojciech Grzegorz Krzysztof Mateusz Bartosz Aleksander Ionut Cristian Vasile ' +
  'Chukwuemeka Obinna Oluwaseun Babatunde Kwabena Kofi Kwaku Sipho Thabo Wei Jianguo Haoran Minh Quang Dariush Kaveh ' +
  'Emre Mehmet Nikolai Dmitri Volodymyr Oleksandr Tihomir Goran'
).split(' ')

const first =
  'Ash Thorn Brad Hol Win Lang Hart Black Wood Mar Stan Whit Had Rad Cran Dun Hav Kim Pem Ren Sel Tad Wal Fen Gar Ald Burn Cal Den Els Fair Gren Hux Ing Kel Led Mel Nor Orm Pres Quen Rush Shel Tun Ud Ver Wex Yar'.split(
    ' ',
  )
const last =
  'ford ton ley worth ham field wick burn shaw combe stead ridge well brook gate croft bury land more dale'.split(
    ' ',
  )
const polish =
  'Kowal Nowak Wisniew Zielin Szyman Wozniac Kaminsk Lewandow Dabrow Kozlow Jankow Mazur Krawczyk Piotrow Grabow'.split(
    ' ',
  )
const other = (
  'Smith Jones Taylor Brown Williams Wilson Johnson Davies Patel Robinson Wright Thompson Evans Walker White Roberts ' +
  'Green Hall Wood Jackson Clarke Hughes Edwards Phillips Macdonald McKenzie MacLeod McAllister O’Brien O’Connor ' +
  'O’Sullivan Fitzgerald Gallagher Doherty Begum Khan Hussain Ahmed Ali Akhtar Chaudhry Qureshi Sheikh Malik Siddiqui ' +
  'Rahman Choudhury Miah Islam Uddin Singh Kaur Gill Sandhu Dhillon Sharma Gupta Mehta Desai Okafor Okonkwo Adeyemi ' +
  'Ogunleye Nwachukwu Eze Balogun Mensah Owusu Boateng Asante Dlamini Nkosi Zhang Wang Chen Zhao Huang Xu Nguyen Tran ' +
  'Pham Popescu Ionescu Dumitru Radu Ivanov Petrov Kovalenko Shevchenko Hosseini Rezaei Yilmaz Kaya Demir Jovanovic ' +
  'Petrovic Papadopoulos Schneider Weber Ferrari Esposito Silva Pereira Garcia Fernandez'
).split(' ')

const family = [
  ...other,
  ...first.flatMap(a => last.map(b => a + b)),
  ...polish.flatMap(p => [`${p}ski`, `${p}ska`, `${p}icz`]),
]

/** Names that are about as common as the first of a list. */
const COMMON = 8

/** A place in a list, the earlier the likelier: the n-th as often as 1 in n + COMMON. */
const falling = (random: Rand, length: number): number =>
  Math.min(length - 1, Math.floor(COMMON * ((length + COMMON) / COMMON) ** random.next() - COMMON))

const pickFalling = (random: Rand, list: readonly string[]): string =>
  list[falling(random, list.length)] ?? ''

/** The names of one child: sometimes two given names, sometimes a double-barrelled family name. */
export function nameOf(random: Rand): { readonly givenName: string; readonly familyName: string } {
  const one = pickFalling(random, given)
  const two = pickFalling(random, family)
  return {
    givenName: random.chance(0.12) ? `${one} ${random.pick(given)}` : one,
    familyName: random.chance(0.1) ? `${two}-${random.pick(family)}` : two,
  }
}
