import type { ContraindicationItem } from './contraindication-item.ts'
import type { ItemFacts } from './items.ts'

type Told = (name: string, whatToDo: string, words: string) => ItemFacts
const split = (words: string): readonly string[] => words.split('; ')
const absolute: Told = (name, whatToDo, words) => ({ name, class: 'absolute', whatToDo, words: split(words) })
const clearance: Told = (name, whatToDo, words) => ({ name, class: 'clearance', whatToDo, words: split(words) })
const local: Told = (name, whatToDo, words) => ({ name, class: 'local', whatToDo, words: split(words) })
const precaution: Told = (name, whatToDo, words) => ({ name, class: 'precaution', whatToDo, words: split(words) })

/** Every item with what it means: the fuller list behind the eight families, put together from the usual practice lists; ours to propose, the therapist’s to decide. */
export const FACTS: Readonly<Record<ContraindicationItem, ItemFacts>> = {
  fever: absolute('Fever', 'No massage today. Book again once the fever has been gone for a day.', 'Flu; Chills; Temperature'),
  'contagious-disease': absolute(
    'Contagious disease',
    'No massage today. Book again when it can no longer be passed on.',
    'Influenza; COVID-19; Stomach bug; Norovirus; Chickenpox; Shingles (open); Scabies; Lice; Ringworm; Impetigo; Tuberculosis',
  ),
  'blood-clot': absolute(
    'Blood clot',
    'No massage. If it may be a clot, send the patient to urgent care today; treat again only with a physician’s word.',
    'Deep vein thrombosis (DVT); Thrombosis; Pulmonary embolism; Swollen calf',
  ),
  phlebitis: absolute('Phlebitis', 'No massage until a physician says that the vein has settled.', 'Inflamed vein; Thrombophlebitis'),
  'acute-infection': absolute(
    'Acute infection',
    'No massage today. Book again when the infection has cleared.',
    'Cellulitis; Abscess; Kidney infection; Pneumonia; Sepsis; Strep throat; Sinus infection',
  ),
  'pre-eclampsia': absolute(
    'Pre-eclampsia',
    'No massage. Headache, swelling or seeing spots in pregnancy: have the patient call the obstetrician now.',
    'Eclampsia; Toxemia of pregnancy; Gestational hypertension',
  ),
  'unstable-heart': absolute(
    'Unstable heart condition',
    'No massage. Chest pain now: call for help. Later only with the cardiologist’s word.',
    'Unstable angina; Recent heart attack; Myocardial infarction; Decompensated heart failure; Chest pain',
  ),
  aneurysm: absolute('Aneurysm', 'No massage until the treating physician agrees in writing.', 'Aortic aneurysm; Brain aneurysm; Dissection'),
  intoxication: absolute('Intoxication', 'No massage today. Book again; see that the patient gets home safely.', 'Alcohol; Drunk; Drugs'),
  'high-blood-pressure': absolute(
    'Uncontrolled high blood pressure',
    'Measure before treating. At or above the clinic’s limit no massage today; with chest pain or a severe headache call for help.',
    'Hypertension; High blood pressure',
  ),
  'acute-neurological-deficit': absolute(
    'Acute neurological signs',
    'No massage. New weakness, numbness around the seat or loss of bladder control: send the patient to emergency care now.',
    'Cauda equina; Stroke; Foot drop; Saddle numbness; Loss of bladder control; Sudden weakness; Facial droop',
  ),
  cancer: clearance(
    'Cancer',
    'Ask the treating physician first. Wait 72 hours after chemotherapy; stay off tumor sites, radiated skin and ports.',
    'Tumor; Chemotherapy; Breast cancer; Prostate cancer; Lymphoma; Leukemia; Melanoma; Metastasis',
  ),
  'kidney-or-liver': clearance(
    'Kidney or liver condition',
    'Ask the physician first; then light work, and none over ports or a fistula.',
    'Kidney disease; Renal failure; Dialysis; Hepatitis; Cirrhosis; Liver disease; Kidney stones',
  ),
  pregnancy: clearance(
    'Pregnancy',
    'Get clearance in the first trimester and in a high-risk pregnancy. Stay off the abdomen and deep leg work; lie on the side.',
    'Pregnant; Expecting; First trimester; Second trimester; Third trimester; High-risk pregnancy',
  ),
  'heart-or-lung': clearance(
    'Heart or lung disease',
    'Ask the physician first. Shorter, lighter work; raise the head if breathing is hard lying flat.',
    'Heart failure; Coronary artery disease; Angina; Arrhythmia; Atrial fibrillation; Pacemaker; COPD; Emphysema; Stent',
  ),
  anticoagulants: clearance(
    'Blood thinner',
    'Ask the prescriber first. Light pressure, no deep friction, cupping or tools; watch for bruises.',
    'Anticoagulant; Apixaban (Eliquis); Rivaroxaban (Xarelto); Warfarin (Coumadin); Dabigatran (Pradaxa); Edoxaban (Savaysa); Enoxaparin (Lovenox); Heparin; Clopidogrel (Plavix); Ticagrelor (Brilinta); Prasugrel (Effient)',
  ),
  'low-platelets': clearance(
    'Low platelets',
    'Ask the physician for the count and consent first. Very light pressure only.',
    'Thrombocytopenia; ITP; Hemophilia; Bleeding disorder',
  ),
  epilepsy: clearance(
    'Epilepsy',
    'Ask the physician first. Agree what to do in a seizure; no strong scents or flicker.',
    'Seizures; Levetiracetam (Keppra); Lamotrigine (Lamictal)',
  ),
  'severe-osteoporosis': clearance(
    'Severe osteoporosis',
    'Ask the physician first. Light pressure; no thrust, joint play or weight on the ribs and spine.',
    'Osteoporosis; Brittle bones; Compression fracture; Alendronate (Fosamax); Denosumab (Prolia)',
  ),
  'uncontrolled-diabetes': clearance(
    'Uncontrolled diabetes',
    'Ask the physician first. Have sugar at hand; no work near injection sites of the day.',
    'Diabetes, uncontrolled; High blood sugar; Ketoacidosis',
  ),
  'recent-surgery': clearance(
    'Recent surgery',
    'Within six weeks only with the surgeon’s word. Keep off the place until it has healed.',
    'Surgery; Operation; Joint replacement; Cesarean; Stitches',
  ),
  'lymph-nodes-removed': clearance(
    'Lymph nodes removed',
    'Ask the physician first. On that arm or leg light strokes toward the body only, and no cupping.',
    'Lymphadenectomy; Lymphedema; Mastectomy; Sentinel node',
  ),
  inflammation: local(
    'Acute inflammation or injury',
    'Keep off that region today and note where it is. Other regions may be treated.',
    'Sprain; Strain; Swelling; Tendinitis; Injury; Bruise',
  ),
  'skin-condition': local(
    'Skin infection, rash, burn or open wound',
    'Keep off the place until the skin has healed.',
    'Rash; Burn; Sunburn; Open wound; Eczema; Psoriasis; Poison ivy; Cold sore; Athlete’s foot; New tattoo; Blister',
  ),
  fracture: local('Fracture', 'Keep off the bone until it has healed on imaging.', 'Broken bone; Stress fracture; Cast'),
  'varicose-veins': local('Varicose veins', 'Keep off the veins; light strokes beside them only.', 'Spider veins; Swollen veins'),
  hernia: local('Hernia', 'Keep off the place.', 'Inguinal hernia; Umbilical hernia; Hiatal hernia'),
  bursitis: local('Bursitis', 'Keep off the bursa while it is sore.', 'Inflamed bursa'),
  'implant-or-port': local(
    'Implant or port',
    'Keep off the device and the line that leads to it.',
    'Port; Port-a-cath; PICC line; Insulin pump; Glucose sensor; Fistula; Breast implant; Shunt; Nerve stimulator',
  ),
  'radiation-site': local('Radiation site', 'Keep off the radiated skin.', 'Radiation therapy; Radiotherapy; Radiated skin'),
  'undiagnosed-lump': local('Undiagnosed lump', 'Keep off the lump and have the patient show it to a physician.', 'Lump; Mass; Swollen node; Changing mole'),
  'local-bleeding': local('Local bleeding', 'Keep off the bruise or bleeding.', 'Hematoma; Hemorrhage; Large bruise'),
  'recent-injection': local(
    'Recent injection',
    'Keep off the place until the prescriber says it has settled.',
    'Botox; Botulinum toxin; Dermal filler; Cortisone shot; Steroid injection; Nerve block; Vaccination',
  ),
  'diabetic-neuropathy': precaution(
    'Diabetic neuropathy',
    'Less pressure where feeling is reduced; look at the skin and do not rely on what the patient feels.',
    'Neuropathy; Diabetes; Numb feet; Insulin; Metformin; Gabapentin (Neurontin)',
  ),
  'low-blood-pressure': precaution('Low blood pressure', 'Let the patient sit up slowly; stay near.', 'Hypotension; Dizziness; Fainting'),
  asthma: precaution('Asthma', 'No scents; the inhaler within reach.', 'Inhaler; Albuterol'),
  'steroids-or-opioids': precaution(
    'Steroids or strong pain medicine',
    'Less pressure: skin and bone may be weaker, and pain is felt less.',
    'Prednisone; Corticosteroid; Opioid; Oxycodone; Hydrocodone (Norco); Tramadol; Morphine; Fentanyl patch',
  ),
  'oil-or-latex-allergy': precaution(
    'Allergy to oils or latex',
    'Use what the patient tolerates; no latex gloves or cups.',
    'Latex; Nut oil; Almond oil; Arnica; Lavender; Lanolin; Fragrance; Beeswax; Lotion',
  ),
  'multiple-sclerosis': precaution('Multiple sclerosis', 'No heat; short, gentle work; stop at fatigue.', 'MS'),
  'arthritis-flare': precaution(
    'Arthritis or gout flare',
    'Keep off hot joints; gentle work elsewhere.',
    'Rheumatoid arthritis; Gout; Psoriatic arthritis; Lupus; Methotrexate',
  ),
}
